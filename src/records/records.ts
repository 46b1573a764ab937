import { randomBytes, randomUUID } from 'node:crypto';
import { dayOf } from '../calendar/day.ts';
import type { Clock } from '../clock.ts';
import { AppError, UserError } from '../errors.ts';
import type { Organisation } from '../org/organisation.ts';
import type { Actor } from './actor.ts';
import type { Routes } from './address.ts';
import { moveOf } from './all-moves.ts';
import { type Beginning, begin } from './begin.ts';
import type { Counters } from './counter-repository.ts';
import type { Refusal } from './declaration/ask.ts';
import type { RecordType } from './declaration/record-type.ts';
import type { NewEvidence } from './evidence.ts';
import { leadOn } from './lead-on.ts';
import { perform, type Request, type Setting, type Verdict } from './perform.ts';
import type { RecordOf } from './record.ts';
import { asksForWork, type RecordKey, type RecordRepository } from './record-repository.ts';
import type { Registry } from './registry.ts';

/**
 * How often a move is decided again when somebody else was first, before the person is asked to try again. More than the hands of an outbox: all of
 * them may come with the surveys of one contact's page at once, and one is first each time.
 */
const MOST_TRIES = 10;

/** A wish for a new record. */
export interface Wish {
  readonly type: string;
  readonly answers: unknown;
  readonly actor: Actor;
  /** Messages and files that it begins with, besides what the answers say. */
  readonly evidence?: readonly NewEvidence[];
  /** The interaction's id or the effect's key: the same origin always gives the same record. */
  readonly origin: string;
  /** Given for a child; else the next number of the year. */
  readonly number?: string;
  readonly parentNumber?: string;
}

/** The outcome of a wish for a new record. */
export type Created =
  /** `again`: it was there already, by the same wish or, where there is one alone, by another (`RecordType.onlyOrigin`). */
  | { readonly verdict: 'created'; readonly record: RecordOf<unknown>; readonly again: boolean }
  | { readonly verdict: 'errors'; readonly errors: Readonly<Record<string, Refusal>> };

/** The outcome of a move, with the record as it then stands. */
export interface Performed {
  readonly record: RecordOf<unknown>;
  readonly verdict: Verdict<unknown>;
}

/** The record engine: everything that changes a record goes through here, and every change is one write. */
export interface Records {
  create(wish: Wish): Promise<Created>;
  /**
   * Makes a move. Refusals and errors in the answers are outcomes, not exceptions. Fails with the user error
   * `refusal.noSuchRecord`, or `refusal.conflict` after five lost races.
   */
  perform(key: RecordKey, request: Request): Promise<Performed>;
  /** Null when there is none. */
  load(key: RecordKey): Promise<RecordOf<unknown> | null>;
  all(): AsyncIterable<RecordOf<unknown>>;
}

/** What the engine is made of. `changed` is told the id of each record that asks for work, so that the outbox need not wait for its poll. */
export interface RecordsParts {
  readonly repository: RecordRepository;
  readonly registry: Registry;
  readonly counters: Counters;
  readonly clock: Clock;
  readonly organisation: () => Promise<Organisation>;
  readonly routes: () => Routes;
  readonly changed: (id: string) => void;
}

/** Puts the engine together. */
export function createRecords(parts: RecordsParts): Records {
  const { repository, registry, counters, clock, changed } = parts;
  const setting = async (): Promise<Setting> => ({
    org: await parts.organisation(),
    now: clock.now(),
    routes: parts.routes(),
    salt: () => randomBytes(16).toString('hex'),
  });

  async function nextNumber(wish: Wish, { org, now }: Setting): Promise<string> {
    if (wish.number) return wish.number;
    const prefix = registry.get(wish.type).number.prefix(org);
    const year = dayOf(now, org.siteOfDepartment('').zone).slice(0, 4);
    const count = await counters.next(`${prefix}-${year}`);
    return `${prefix}-${year}-${String(count).padStart(4, '0')}`;
  }

  async function insert(
    beginning: Extract<Beginning<unknown>, { ok: true }>,
    wish: Wish,
    now: Setting,
  ): Promise<Created> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const record = beginning.at({ id: randomUUID(), number: await nextNumber(wish, now) });
      const outcome = await repository.insert(record, registry.get(wish.type).title(record.data));
      if (outcome === 'inserted') {
        if (asksForWork(record)) changed(record.id);
        return { verdict: 'created', record, again: false };
      }
      const earlier = await repository.load(
        outcome === 'originTaken' ? { origin: record.origin } : { number: record.number },
      );
      if (earlier?.origin === record.origin) return { verdict: 'created', record: earlier, again: true };
    }
    throw new AppError('records.noNumber', { type: wish.type });
  }

  /** The records that a move names, so that the decision itself can stay pure. */
  async function othersNamed(
    type: RecordType<unknown>,
    { move, answers }: Request,
  ): Promise<Map<string, RecordOf<unknown>>> {
    const parsed = moveOf(type, move)?.bind(answers);
    const numbers = parsed?.ok ? parsed.bound.names() : [];
    const found = await Promise.all(numbers.map((number) => repository.load({ number })));
    return new Map(found.flatMap((record) => (record ? [[record.number, record]] : [])));
  }

  return {
    load: (key) => repository.load(key),
    all: () => repository.all(),
    async create(wish) {
      const now = await setting();
      const meant = leadOn(wish, registry);
      const beginning = begin(registry.get(meant.type), meant, now);
      if (!beginning.ok) return { verdict: 'errors', errors: beginning.errors };
      // Where there is one alone it is looked for first: a number that is drawn for nothing would be missed.
      const only = beginning.origin === meant.origin ? null : await repository.load({ origin: beginning.origin });
      if (only) return { verdict: 'created', record: only, again: true };
      return insert(beginning, meant, now);
    },
    async perform(key, request) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const [before, now] = await Promise.all([repository.load(key), setting()]);
        if (!before) throw new UserError('refusal.noSuchRecord', { number: 'number' in key ? key.number : '' });
        const type = registry.get(before.type);
        const others = await othersNamed(type, request);
        const verdict = perform(type, before, request, { ...now, others });
        if (verdict.verdict !== 'done') return { record: before, verdict };
        const { record: after, entry } = verdict;
        const effects = after.effects.slice(before.effects.length);
        if (await repository.save({ after, title: type.title(after.data), entry, effects })) {
          changed(after.id);
          return { record: after, verdict };
        }
      }
      throw new UserError('refusal.conflict', { number: 'number' in key ? key.number : '' });
    },
  };
}
