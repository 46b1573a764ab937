import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { paintHandwriting } from '../charts/draw-handwriting.ts';
import type { LetterCarrier } from '../chat/letter.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { createFetching } from '../files/fetch-evidence.ts';
import { inboxModel } from '../inbox/inbox-model.ts';
import { createLetterLink } from '../letters/letter-link.ts';
import { createLetters } from '../letters/letters.ts';
import { createOrgStore } from '../org/org-store.ts';
import { createEffectStore } from '../outbox/effect-repository.ts';
import { createLeases } from '../outbox/lease-repository.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { recordTypes } from '../quality/index.ts';
import { renewalOf } from '../records/card/renewal.ts';
import { createRecords } from '../records/records.ts';
import { createRegistry, type Registry } from '../records/registry.ts';
import { refileRecords } from '../records/search/refile-repository.ts';
import type { RecordOf } from '../records/shape/record.ts';
import { createCounters } from '../records/store/counter-repository.ts';
import { parseRecord } from '../records/store/parse-record.ts';
import { recordModel } from '../records/store/record-model.ts';
import { createRecordRepository } from '../records/store/record-repository.ts';
import { occurrenceModel } from '../schedule/occurrence-model.ts';
import { createCoreEffects } from './core-effects.ts';
import { createFinders } from './finders.ts';
import { openFiles } from './open-files.ts';
import { createDraw } from './outbox-drawing.ts';
import { seedOrganisation } from './seed-organisation.ts';
import type { AppContext } from './wiring.ts';

/** The configured channels to customers' contacts (mail, SMS), the preferred one first; others are not even loaded. */
async function openLetterCarriers({ mail, sms }: Pick<Config, 'mail' | 'sms'>, clock: Clock): Promise<LetterCarrier[]> {
  const carriers: LetterCarrier[] = [];
  if (mail) {
    const { createMailCarrier } = await import('../../adapters/mail/create-mail-carrier.ts');
    carriers.push(createMailCarrier(mail));
  }
  if (sms) {
    const { createSmsCarrier } = await import('../../adapters/sms/create-sms-carrier.ts');
    carriers.push(createSmsCarrier(sms, () => clock.now()));
  }
  return carriers;
}

/** Re-indexes records saved by an earlier version, so that lists and searches find them from the start. */
async function refileAtStart(connection: Connection, registry: Registry, log: Logger): Promise<void> {
  const { records, unreadable } = await refileRecords(connection, registry);
  if (records > 0) log.info({ records }, 'records were filed anew for lists and searches');
  if (unreadable > 0) log.warn({ unreadable }, 'records cannot be read and are in no list; qmbot verify names them');
}

/** Files made from a record itself, such as the picture of a signature: the type declares what is drawn (`makes`); here it becomes a PNG. */
function createMakeFile(registry: Pick<Registry, 'get'>) {
  return async (record: RecordOf<unknown>, what: string): Promise<Uint8Array | null> => {
    const sheet = registry.get(record.type).makes?.(record, what) ?? null;
    return sheet && paintHandwriting(sheet);
  };
}

/** The organization, the records with their files, and the outbox that carries out their effects. */
export async function wireRecords({ config, log, clock, outboxOptions, connection, adapters, routes }: AppContext) {
  const organisation = createOrgStore(connection, clock);
  await seedOrganisation(organisation, config.orgFile, log);
  const registry = createRegistry(recordTypes);
  await refileAtStart(connection, registry, log);

  const records = createRecords({
    repository: createRecordRepository(connection, registry),
    registry,
    counters: createCounters(connection),
    clock,
    organisation: () => organisation.load(),
    routes,
    dispatch: {
      claim: (record, fresh) => outbox.claim(record, fresh),
      saved: (record, nextAt, done) => outbox.saved(record, nextAt, done),
      notSaved: (fresh) => outbox.notSaved(fresh),
    },
  });
  const stores = [
    createEffectStore('records', recordModel(connection), (row) => parseRecord(row, registry)),
    createEffectStore('occurrences', occurrenceModel(connection), null),
    createEffectStore('inbox', inboxModel(connection), null),
  ];
  const finders = createFinders(connection, registry);
  const { files, sweepFiles } = openFiles(connection, clock, records);
  const linkTo = await createLetterLink({ config, connection, clock, organisation });
  const outbox = createOutbox({
    stores,
    adapters,
    draw: createDraw({ organisation, registry, clock, finders, records, files }),
    core: createCoreEffects(records),
    renewal: async (card, record, stretch) => renewalOf(card, record, await organisation.load(), stretch),
    letters: createLetters({ organisation, records, carriers: await openLetterCarriers(config, clock), linkTo }),
    fetching: createFetching({ records, files, organisation, make: createMakeFile(registry) }),
    leases: createLeases(connection),
    clock,
    log,
    me: randomUUID(),
    ...(outboxOptions && { options: outboxOptions }),
  });
  return { organisation, registry, records, stores, finders, files, sweepFiles, outbox };
}

/** What `wireRecords` gives. */
export type RecordParts = Awaited<ReturnType<typeof wireRecords>>;
