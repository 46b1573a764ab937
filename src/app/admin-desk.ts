import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { AdminDecision, AdminDesk, Trouble, TroubleRef } from '../../commands/qm/admin-desk.ts';
import type { NextJob } from '../../jobs/next/next-jobs.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { Clock } from '../clock.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { EffectStore, OutboxDocument } from '../outbox/effect-store.ts';
import type { Registry } from '../records/registry.ts';
import type { AdminAction } from '../records/shape/admin-action.ts';
import type { Effect } from '../records/shape/effect.ts';
import { countRecords } from '../records/store/count-repository.ts';

interface Parts {
  readonly stores: readonly EffectStore[];
  readonly connection: Connection;
  readonly registry: Registry;
  readonly storage: 'embedded' | 'mongodb';
  readonly routes: () => ReadonlySet<string>;
  readonly inbox: () => Pick<Inbox, 'givenUp' | 'retry' | 'drop'>;
  readonly coming: () => Promise<readonly NextJob[]>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called with the id of each document written, so that the outbox need not wait for its next poll. */
  readonly kick: (id: string, store: EffectStore['name']) => void;
}

const { version } = packageJson;

/** The store of received events that could not be processed. */
const EVENTS = 'events';

/** More than anyone pages through; failed items beyond this wait until these are dealt with. */
const MOST_DOCUMENTS = 500;

/** Operations for administrators: failed effects and events, to retry or drop. */
export function createAdminDesk(parts: Parts): AdminDesk {
  const { stores, connection, registry, clock, log } = parts;

  async function all(): Promise<Trouble[]> {
    const found = await Promise.all(
      stores.map(async (store) => {
        const ids = await store.givenUp(MOST_DOCUMENTS);
        const documents = await Promise.all(ids.map((id) => store.load(id).catch(() => null)));
        return documents.flatMap((document) => (document ? troublesIn(store, document) : []));
      }),
    );
    const events = await parts.inbox().givenUp(MOST_DOCUMENTS);
    return [...found.flat(), ...events.map(({ key, reason }) => eventTrouble(key, reason ?? ''))];
  }

  /** Records who did it in the same write. False if someone else has dealt with it already. */
  async function deal(deed: AdminAction['deed'], ref: TroubleRef, by: string): Promise<boolean> {
    const dealing = { deed, by, at: clock.now(), key: ref.key };
    const done = ref.store === EVENTS ? await dealWithEvent(dealing) : await dealWithEffect(dealing, ref);
    log.warn({ ...ref, by, at: dealing.at.toISOString(), done }, `effect: ${deed} by an administrator`);
    return done;
  }

  const dealWithEvent = (dealing: Pick<AdminAction, 'deed' | 'by' | 'at' | 'key'>) =>
    parts.inbox()[dealing.deed](dealing.key, { ...dealing, kind: 'event', to: '', route: '' });

  async function dealWithEffect(
    dealing: Pick<AdminAction, 'deed' | 'by' | 'at' | 'key'>,
    { store: name, id, key }: TroubleRef,
  ): Promise<boolean> {
    const store = stores.find((each) => each.name === name);
    const effect = (await store?.load(id))?.effects.find((each) => each.key === key);
    if (!store || !effect) return false;
    const { kind, route } = effect;
    const noted = { ...dealing, kind, route, to: receiverOf(effect) };
    const done = await store[dealing.deed === 'retry' ? 'revive' : 'discard'](id, noted);
    if (done) parts.kick(id, store.name);
    return done;
  }

  return {
    async troubles(skip, limit) {
      const items = await all();
      return { items: items.slice(skip, skip + limit), total: items.length };
    },
    retry: (ref, personId) => deal('retry', ref, personId),
    drop: (ref, personId) => deal('drop', ref, personId),
    nextJobs: async (limit) => (await parts.coming()).slice(0, limit),
    async deeds(limit) {
      const found = await Promise.all(stores.map((store) => store.dealt(limit)));
      const deeds = found
        .flat()
        .flatMap(({ what, dealings }) => dealings.map((dealing): AdminDecision => ({ ...dealing, what })));
      return deeds.sort((left, right) => right.at.getTime() - left.at.getTime()).slice(0, limit);
    },
    async facts() {
      const [counts, waiting] = await Promise.all([
        countRecords(
          connection,
          registry.all.map(({ type }) => type),
        ),
        Promise.all(stores.map((store) => store.countWaiting())),
      ]);
      return {
        version,
        node: process.version,
        storage: parts.storage,
        types: registry.all.map(({ type, schemaVersion }) => ({
          type,
          schema: schemaVersion,
          open: counts.get(type)?.open ?? 0,
          all: counts.get(type)?.all ?? 0,
        })),
        queue: waiting.reduce((sum, count) => sum + count, 0),
        routes: [...parts.routes()],
      };
    },
  };
}

const eventTrouble = (key: string, reason: string): Trouble => ({
  store: EVENTS,
  id: key,
  key,
  status: 'dead',
  kind: 'event',
  what: key,
  to: '',
  route: '',
  reason,
});

function troublesIn({ name }: EffectStore, { id, effects, record }: OutboxDocument): Trouble[] {
  return effects.flatMap((effect): Trouble[] => {
    const { status, key, kind, route, reason } = effect;
    if (status === 'waiting') return [];
    return [
      {
        store: name,
        id,
        key,
        status,
        kind,
        what: record?.number ?? id,
        to: receiverOf(effect),
        route,
        reason: reason ?? '',
      },
    ];
  });
}

function receiverOf(effect: Effect): string {
  if (effect.kind === 'fetch') return effect.evidence;
  if (effect.kind === 'letter') return effect.contactId;
  if (effect.kind !== 'post') return effect.number ?? effect.key;
  if (effect.personId !== undefined) return effect.personId;
  return effect.target.kind === 'channel' ? effect.target.channel : effect.target.userId;
}
