import { randomUUID } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import type { Card } from '../../src/chat/card.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import type { RenewalOf } from '../../src/outbox/carrier.ts';
import type { CoreEffects } from '../../src/outbox/core-effects.ts';
import type { Draw } from '../../src/outbox/draw.ts';
import { createEffectStore } from '../../src/outbox/effect-repository.ts';
import type { Fetching } from '../../src/outbox/fetching.ts';
import { leaseModel } from '../../src/outbox/lease-model.ts';
import { createLeases } from '../../src/outbox/lease-repository.ts';
import type { Letters } from '../../src/outbox/letters.ts';
import type { OutboxOptions } from '../../src/outbox/options.ts';
import { createOutbox, type Outbox } from '../../src/outbox/outbox.ts';
import { type Effect, type EffectIntent, type StandingCard, waiting } from '../../src/records/shape/effect.ts';
import { type Envelope, envelopeSchema } from '../../src/records/shape/record.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { openTestDatabase } from '../support/database.ts';
import { type MovedClock, movedClock } from '../support/moved-clock.ts';
import { MONDAY } from '../support/organisation.ts';

type Post = Extract<EffectIntent, { kind: 'post' }>;

/** A post to a channel, unless the test says otherwise. */
export const post = (key: string, changes: Partial<Post> = {}): Post => ({
  kind: 'post',
  key,
  route: 'console:local',
  target: { kind: 'channel', channel: 'quality' },
  purpose: 'channel',
  locale: 'zh-CN',
  ...changes,
});

/** What is unusual about an outbox. */
interface Parts {
  readonly draw?: Partial<Draw>;
  readonly core?: Partial<CoreEffects>;
  readonly fetching?: Partial<Fetching>;
  readonly letters?: Partial<Letters>;
  readonly options?: Partial<OutboxOptions>;
}

/** A database with records, a clock that the test moves, and outboxes over both. */
export interface PostOffice {
  readonly connection: Connection;
  readonly clock: MovedClock;
  /** A process of its own. */
  outbox(adapters: readonly ChatAdapter[], parts?: Parts): Outbox;
  /** A record with effects to be done; `changes` replace parts of it. Returns its id. */
  record(intents: readonly EffectIntent[], changes?: Partial<Envelope>): Promise<string>;
  /** What a decision writes: a new version, and effects. */
  decide(id: string, intents?: readonly EffectIntent[], changes?: Partial<Envelope>): Promise<void>;
  load(id: string): Promise<Envelope & { pending: number; nextAt: Date }>;
  /** How many documents were read since it was last asked. */
  read(): number;
  /** Forgets all records and leases. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A card that tells which record and version it shows, and to whom. */
const cardOf = (title: string): Card => ({ title, tone: 'neutral', blocks: [], summary: title });

const plainDraw: Draw = {
  record: async ({ number, version }, { personId, retired }) =>
    cardOf(`${number} v${version} for ${personId ?? 'all'}${retired ? ' retired' : ''}`),
  tell: async ({ number }) => cardOf(`news of ${number}`),
  notice: async ({ key }) => cardOf(`notice ${key}`),
  file: async ({ key }) => ({ name: `file ${key}`, bytes: Buffer.from(key), type: 'text/csv' }),
};

/** A new card goes where the old one stood, in the middle of the stretch; to nobody who owns the record no longer. */
const renewal: RenewalOf = async ({ personId, channel }, { ownerIds }, { from, to }) =>
  personId !== null && !ownerIds.includes(personId)
    ? null
    : { target: { kind: 'channel', channel }, notBefore: new Date((from.getTime() + to.getTime()) / 2) };

const plainFetching: Fetching = {
  fetch: async () => ({ outcome: 'done' }),
  giveUp: async () => undefined,
};
const plainLetters: Letters = {
  send: async () => ({ outcome: 'sent', way: 'mail' }),
  note: async () => undefined,
};
const plainCore: CoreEffects = { raise: async () => new Map(), signal: async () => undefined };

/** Opens a post office on a new database. */
export async function openPostOffice(): Promise<PostOffice> {
  const database = await openTestDatabase();
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  const model = recordModel(connection);
  await Promise.all([model.createIndexes(), leaseModel(connection).createIndexes()]);
  const clock = movedClock(MONDAY.toISOString());
  const toEffects = (intents: readonly EffectIntent[]): Effect[] => intents.map((each) => waiting(each, clock.now()));
  let reads = 0;
  const read = (row: Readonly<Record<string, unknown>>) => {
    reads += 1;
    return envelopeSchema.parse({ ...row, id: row._id });
  };

  return {
    connection,
    clock,
    outbox: (adapters, { draw, core, fetching, letters, options } = {}) =>
      createOutbox({
        stores: [createEffectStore('records', model, read)],
        adapters: new Map(adapters.map((adapter) => [`${adapter.platform}:${adapter.workspace}`, adapter])),
        draw: { ...plainDraw, ...draw },
        core: { ...plainCore, ...core },
        renewal,
        fetching: { ...plainFetching, ...fetching },
        letters: { ...plainLetters, ...letters },
        leases: createLeases(connection),
        clock,
        log: pino({ level: 'silent' }),
        me: randomUUID(),
        ...(options && { options }),
      }),
    read() {
      const count = reads;
      reads = 0;
      return count;
    },
    async record(intents, changes = {}) {
      const _id = randomUUID();
      const at = clock.now();
      const count = await model.countDocuments({});
      await model.insertOne({
        _id,
        type: 'note',
        number: `N-${count + 1}`,
        origin: _id,
        state: 'open',
        open: true,
        round: 0,
        version: 1,
        schemaVersion: 1,
        ownerIds: ['li-na'],
        facets: {},
        createdAt: at,
        updatedAt: at,
        cards: [],
        pending: 1,
        nextAt: at,
        effects: toEffects(intents),
        history: [],
        data: {},
        ...changes,
      });
      return _id;
    },
    async decide(id, intents = [], changes = {}) {
      await model.updateOne(
        { _id: id },
        {
          $set: { ...changes, pending: 1, nextAt: clock.now() },
          $inc: { version: 1, revision: 1 },
          $push: { effects: { $each: toEffects(intents) } },
        },
      );
    },
    async load(id) {
      const row = await model.findById(id).lean();
      if (!row) throw new Error('no such record');
      return { ...read(row), pending: row.pending, nextAt: row.nextAt };
    },
    async clear() {
      await Promise.all([model.deleteMany({}), leaseModel(connection).deleteMany({})]);
    },
    async close() {
      await connection.close();
      await database.stop();
    },
  };
}

/** A card that stands and shows version 1. */
export const standing = (changes: Partial<StandingCard> = {}): StandingCard => ({
  platform: 'console',
  workspace: 'local',
  channel: 'quality',
  message: 'm1',
  key: 'k1',
  purpose: 'channel',
  locale: 'zh-CN',
  personId: null,
  shownVersion: 1,
  postedAt: MONDAY,
  ...changes,
});
