import { randomBytes } from 'node:crypto';
import { AppError, UserError } from '../errors.ts';
import type { DecisionContext, MoveRequest } from './decide/decision.ts';
import { perform } from './decide/perform.ts';
import { moveOf } from './declaration/all-moves.ts';
import type { RecordType } from './declaration/record-type.ts';
import type { Created, CreatedOrTaken, CreateRequest, Performed } from './requests.ts';
import type { RecordOf } from './shape/record.ts';
import { createAll } from './store/create-records.ts';
import type { RecordKey, RecordRepository } from './store/record-repository.ts';
import type { RecordsParts } from './store/records-parts.ts';

/**
 * How often a move is retried after losing a race, before the person is asked to try again. More than the outbox's workers: all of them may arrive at
 * once with the surveys of one contact's page, and only one wins each time.
 */
const MOST_TRIES = 10;

/** The record engine: everything that changes a record goes through here, and every change is one write. */
export interface Records {
  create(request: CreateRequest): Promise<Created>;
  /** The same for several, inserted together; the outcomes are in the order of the requests. */
  createAll(requests: readonly CreateRequest[]): Promise<readonly CreatedOrTaken[]>;
  /**
   * Makes a move. Refusals and errors in the answers are outcomes, not exceptions. Throws the user error `refusal.noSuchRecord`, or
   * `refusal.conflict` after ten lost races.
   */
  perform(key: RecordKey, request: MoveRequest): Promise<Performed>;
  /** Null when there is none. */
  load(key: RecordKey): Promise<RecordOf<unknown> | null>;
  all(): AsyncIterable<RecordOf<unknown>>;
}

/** Builds the engine. */
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
    async create(request) {
      const [created] = await createAll(parts, [request], await setting());
      if (!created || created.verdict === 'taken') throw new AppError('records.noNumber', { type: request.type });
      return created;
    },
    createAll: async (requests) => createAll(parts, requests, await setting()),
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
