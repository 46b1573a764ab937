import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { AppError, UserError } from '../errors.ts';
import type { Organisation } from '../org/organisation.ts';
import type { Actor } from './actor.ts';
import type { Routes } from './address.ts';
import { moveOf } from './all-moves.ts';
import type { Counters } from './counter-repository.ts';
import { createAll } from './create-records.ts';
import type { DecisionContext, DecisionResult, MoveRequest } from './decision.ts';
import type { Refusal } from './declaration/ask.ts';
import type { RecordType } from './declaration/record-type.ts';
import type { Dispatch } from './dispatch.ts';
import type { NewEvidence } from './evidence.ts';
import { perform } from './perform.ts';
import type { RecordOf } from './record.ts';
import type { RecordKey, RecordRepository } from './record-repository.ts';
import type { Registry } from './registry.ts';

/**
 * How often a move is decided again when somebody else was first, before the person is asked to try again. More than the hands of an outbox: all of
 * them may come with the surveys of one contact's page at once, and one is first each time.
 */
const MOST_TRIES = 10;

/** A wish for a new record. */
export interface CreateRequest {
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

/** The same, of several that are asked for together: the number that a wish gives may be another record's. */
export type CreatedOrTaken = Created | { readonly verdict: 'taken'; readonly number: string };

/** The outcome of a move, with the record as it then stands. */
export interface Performed {
  readonly record: RecordOf<unknown>;
  readonly verdict: DecisionResult<unknown>;
}

/** The record engine: everything that changes a record goes through here, and every change is one write. */
export interface Records {
  create(wish: CreateRequest): Promise<Created>;
  /** The same for several, which are inserted together; the outcomes are in the order of the wishes. */
  createAll(wishes: readonly CreateRequest[]): Promise<readonly CreatedOrTaken[]>;
  /**
   * Makes a move. Refusals and errors in the answers are outcomes, not exceptions. Fails with the user error
   * `refusal.noSuchRecord`, or `refusal.conflict` after five lost races.
   */
  perform(key: RecordKey, request: MoveRequest): Promise<Performed>;
  /** Null when there is none. */
  load(key: RecordKey): Promise<RecordOf<unknown> | null>;
  all(): AsyncIterable<RecordOf<unknown>>;
}

/** What the engine is made of. */
export interface RecordsParts {
  readonly repository: RecordRepository;
  readonly registry: Registry;
  readonly counters: Counters;
  readonly clock: Clock;
  readonly organisation: () => Promise<Organisation>;
  readonly routes: () => Routes;
  readonly dispatch: Dispatch;
}

/** Puts the engine together. */
export function createRecords(parts: RecordsParts): Records {
  const { repository, registry, clock, dispatch } = parts;
  const setting = async (): Promise<DecisionContext> => ({
    org: await parts.organisation(),
    now: clock.now(),
    routes: parts.routes(),
    salt: () => randomBytes(16).toString('hex'),
  });

  /** The records that a move names, so that the decision itself can stay pure. */
  async function othersNamed(
    type: RecordType<unknown>,
    { move, answers }: MoveRequest,
  ): Promise<Map<string, RecordOf<unknown>>> {
    const parsed = moveOf(type, move)?.bind(answers);
    const numbers = parsed?.ok ? parsed.bound.names() : [];
    const found = await Promise.all(numbers.map((number) => repository.load({ number })));
    return new Map(found.flatMap((record) => (record ? [[record.number, record]] : [])));
  }

  async function saved(decision: Parameters<RecordRepository['save']>[0]): Promise<boolean> {
    let isSaved = false;
    try {
      isSaved = await repository.save(decision);
      return isSaved;
    } finally {
      if (!isSaved) dispatch.notSaved(decision.effects);
    }
  }

  return {
    load: (key) => repository.load(key),
    all: () => repository.all(),
    async create(wish) {
      const [created] = await createAll(parts, [wish], await setting());
      if (!created || created.verdict === 'taken') throw new AppError('records.noNumber', { type: wish.type });
      return created;
    },
    createAll: async (wishes) => createAll(parts, wishes, await setting()),
    async perform(key, request) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const [before, now] = await Promise.all([repository.load(key), setting()]);
        if (!before) throw new UserError('refusal.noSuchRecord', { number: 'number' in key ? key.number : '' });
        const type = registry.get(before.type);
        const others = await othersNamed(type, request);
        const verdict = perform(type, before, request, { ...now, others });
        if (verdict.verdict !== 'done') return { record: before, verdict };
        const { record: after, entry } = verdict;
        const fresh = after.effects.slice(before.effects.length);
        const { effects, nextAt } = dispatch.claim(after, fresh);
        if (await saved({ after, entry, effects, nextAt })) {
          const known = { ...after, revision: before.revision + 1, effects: [...before.effects, ...effects] };
          dispatch.saved(known, nextAt);
          return { record: after, verdict };
        }
      }
      throw new UserError('refusal.conflict', { number: 'number' in key ? key.number : '' });
    },
  };
}
