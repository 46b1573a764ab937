import { randomUUID } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { contextFor } from '../../commands/context.ts';
import { answerCommand, answerPress, answerSubmit } from '../../commands/index.ts';
import { answerFailure } from '../../src/app/answer-failure.ts';
import { createCoreEffects } from '../../src/app/core-effects.ts';
import { createFinders } from '../../src/app/finders.ts';
import { readOrgFile } from '../../src/app/seed-organisation.ts';
import type { InteractionHandler } from '../../src/chat/port.ts';
import { createRouter } from '../../src/chat/router.ts';
import type { Clock } from '../../src/clock.ts';
import { createOrganisation, type Organisation } from '../../src/org/organisation.ts';
import { createEffectStore } from '../../src/outbox/effect-repository.ts';
import { createLeases } from '../../src/outbox/lease-repository.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { createNewForms } from '../../src/records/card/new-forms.ts';
import { leftToTheBot } from '../../src/records/decide/dispatch.ts';
import { createRecords } from '../../src/records/records.ts';
import { createRegistry, type Registry } from '../../src/records/registry.ts';
import { createCounters } from '../../src/records/store/counter-repository.ts';
import { parseRecord } from '../../src/records/store/parse-record.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { createRecordRepository } from '../../src/records/store/record-repository.ts';
import { ensureIndexes } from '../../src/storage/ensure-indexes.ts';
import { openTestDatabase } from '../support/database.ts';

/** The bot from its router inwards, with nobody to send a card to: a year of cards would take longer than the year. */
export interface YearBot {
  readonly org: Organisation;
  readonly connection: Connection;
  readonly registry: Registry;
  /** What an adapter hands interactions to. */
  readonly handle: InteractionHandler;
  /** Raises the children and tells the parents that decisions have asked for. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** What no step of the year asks for. */
const unused = new Proxy(
  {},
  {
    get(_target, name) {
      throw new Error(`the year does not use ${String(name)}`);
    },
  },
) as never;

/** Opens it over a database of its own, with the sample organisation. */
export async function openYearBot(clock: Clock): Promise<YearBot> {
  const database = await openTestDatabase();
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  await ensureIndexes(connection);
  const org = createOrganisation(await readOrgFile('org.sample.yaml', 'en'));
  const registry = createRegistry(recordTypes);
  const log = pino({ level: 'silent' });
  const changed = new Set<string>();
  const records = createRecords({
    repository: createRecordRepository(connection, registry),
    registry,
    counters: createCounters(connection),
    clock,
    organisation: async () => org,
    routes: () => new Set(),
    dispatch: { ...leftToTheBot, saved: ({ id }) => void changed.add(id) },
  });
  const outbox = createOutbox({
    stores: [createEffectStore('records', recordModel(connection), (row) => parseRecord(row, registry))],
    adapters: new Map(),
    draw: unused,
    core: createCoreEffects(records),
    renewal: unused,
    fetching: unused,
    letters: unused,
    leases: createLeases(connection),
    clock,
    log,
    me: randomUUID(),
  });
  const tools = {
    records,
    registry,
    newForms: createNewForms(),
    ...createFinders(connection, registry),
    chat: unused,
    organisation: unused,
    announce: unused,
    admin: unused,
    reports: unused,
    sendFile: unused,
    fileAccess: unused,
    customerPages: unused,
  };
  const handle = createRouter({
    contextOf: async (interaction) => {
      const person = org.personByIdentity('console', 'local', interaction.userId);
      if (!person) throw new Error(`nobody is ${interaction.userId}`);
      return { context: contextFor(tools, interaction, { person, org, now: clock.now() }) };
    },
    localeOf: ({ locale }) => locale,
    command: answerCommand,
    press: answerPress,
    submit: answerSubmit,
    shortcut: unused,
    message: unused,
    opened: unused,
    failed: answerFailure(log),
  });
  return {
    org,
    connection,
    registry,
    handle,
    settle: () => outbox.drain(),
    async stop() {
      await outbox.stop();
      await connection.close();
      await database.stop();
    },
  };
}
