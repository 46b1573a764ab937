import mongoose from 'mongoose';
import { pino } from 'pino';
import { parse } from 'yaml';
import type { FactsContext } from '../../src/figures/figures-context.ts';
import { createSourceKeys } from '../../src/intake/source-key-repository.ts';
import { orgSchema } from '../../src/org/org-schema.ts';
import { createOrganisation } from '../../src/org/organisation.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';
import { createFacts } from '../../src/records/store/facts-repository.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { deliver } from './deliver.ts';
import type { Telling } from './lives.ts';
import { yearOrganisation } from './world.ts';

/** The organisation of the year. */
export const org = createOrganisation(orgSchema.parse(parse(yearOrganisation())));
/** All record types. */
export const registry = createRegistry(recordTypes);

/** The bot with a source that may deliver, and what reads its records from beside. */
export interface Service {
  readonly scene: WholeBot;
  readonly connection: mongoose.Connection;
  readonly deliver: (some: readonly Telling[]) => Promise<Record<string, number>>;
  readonly ground: () => FactsContext;
  stop(): Promise<void>;
}

/** Opens it at an instant, over the whole year's organisation or another, with these settings. */
export async function openService(
  from: Date,
  file = yearOrganisation(),
  settings: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const own = createOrganisation(orgSchema.parse(parse(file)));
  // A year's log is too long to be kept; what breaks is told at once.
  const log = pino({ level: 'error' }, process.stderr);
  const scene = await openWholeBot(settings, file, movedClock(from.toISOString()), { log });
  const connection = await mongoose.createConnection(scene.mongoUri).asPromise();
  const { secret } = await createSourceKeys(connection, scene.clock).add('itsm');
  const facts = createFacts(connection, registry);
  const receiver = { url: scene.app.url, secret, now: () => scene.clock.now() };
  return {
    scene,
    connection,
    deliver: (some) => deliver(some, receiver),
    ground: () => ({ facts, org: own, now: scene.clock.now() }),
    async stop() {
      await connection.close();
      await scene.stop();
    },
  };
}
