import { mayRead } from './access.ts';
import type { Actor } from './actor.ts';
import type { Routes } from './address.ts';
import { moveOf } from './all-moves.ts';
import { commonSchema } from './common.ts';
import { consequencesOf } from './consequences.ts';
import type { Refusal } from './declaration/ask.ts';
import type { News } from './declaration/follow-up.ts';
import type { BoundMove, Move } from './declaration/move.ts';
import type { RecordContext } from './declaration/record-context.ts';
import type { RecordType } from './declaration/record-type.ts';
import { type EffectIntent, waiting } from './effect.ts';
import { standingOf } from './entitlement.ts';
import { type HistoryEntry, nextEntry } from './history.ts';
import type { RecordOf } from './record.ts';
import { refuseByState, refusePerson } from './refusals.ts';
import { settle } from './settle.ts';
import { isFull } from './size.ts';
import { consequencesOfUndo, restored, undoOf } from './undo.ts';

/** What somebody wants to happen to a record. */
export interface MoveRequest {
  readonly move: string;
  /** Answers to the move's form, as they came. */
  readonly answers: unknown;
  readonly actor: Actor;
  /** The interaction's id, or the key of the effect that asks: made again under the same id, a move gives the same answer. */
  readonly interaction: string;
  /** The round that the button was drawn in; null when it was not a button. */
  readonly round: number | null;
}

/** What a decision needs from outside, all of it given so that it stays pure. */
export interface DecisionContext extends RecordContext {
  readonly routes: Routes;
  /** A fresh random salt for a text in the history. */
  salt(): string;
}

/** The outcome of a request. */
export type DecisionResult<Data> =
  | {
      readonly verdict: 'done';
      readonly record: RecordOf<Data>;
      readonly entry: HistoryEntry;
      readonly intents: readonly EffectIntent[];
      readonly bound: BoundMove<Data>;
    }
  | { readonly verdict: 'repeated'; readonly entry: HistoryEntry; readonly bound: BoundMove<Data> | null }
  | { readonly verdict: 'errors'; readonly errors: Readonly<Record<string, Refusal>> }
  | { readonly verdict: 'refused'; readonly refusal: Refusal };

/**
 * Decides a move: pure. Checks, in this order, that it was not made already under the same interaction, that the move exists
 * and starts from the record's state, that the person is entitled, that the record has room, that the answers are right and
 * that nothing in the record speaks against it.
 */
export function perform<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  request: MoveRequest,
  setting: DecisionContext,
): DecisionResult<Data> {
  const move = moveOf(type, request.move);
  const made = record.history.find(({ interaction }) => interaction === request.interaction);
  if (made) return { verdict: 'repeated', entry: made, bound: boundOf(move, request.answers) };
  const refusal = mayMake(type, record, request, setting);
  if (refusal) return { verdict: 'refused', refusal };
  if (!move) return { verdict: 'refused', refusal: { key: 'refusal.noSuchMove' } };
  const parsed = move.bind(request.answers);
  if (!parsed.ok) return { verdict: 'errors', errors: parsed.errors };
  const { actor } = request;
  const actorId = actor.kind === 'person' ? actor.id : null;
  const objection = parsed.bound.check(record, { ...setting, others: seenBy(actor, setting), actorId });
  if (objection) return { verdict: 'refused', refusal: objection };
  return carryOut(type, record, request, move, parsed.bound, setting);
}

/** Why a person may not make a move now, whatever they would answer; null when they may. Also used to draw buttons. */
export function mayMake<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  request: Pick<MoveRequest, 'move' | 'actor' | 'round'>,
  circumstances: RecordContext,
): Refusal | null {
  const move = moveOf(type, request.move);
  if (!move) return { key: 'refusal.noSuchMove' };
  const { actor } = request;
  if (actor.kind === 'person' && !mayRead(record, actor.id, circumstances.org, circumstances.now)) {
    return { key: 'refusal.noSuchRecord', params: { number: record.number } };
  }
  const byState = refuseByState(type, record, request);
  if (byState) return byState;
  if (actor.kind !== 'person') return move.by.length === 0 ? null : { key: 'refusal.noSuchMove' };
  if (move.by.length === 0) return { key: 'refusal.noSuchMove' };
  const standing = standingOf(actor.id, record, move.by, move.not ?? [], circumstances);
  if (standing.may === 'no') return refusePerson(record, move, standing.because, circumstances);
  return isFull(record) && !move.closes ? { key: 'refusal.full', params: { number: record.number } } : null;
}

/** The records that the move names, as far as its maker may read them: of the others nobody is told that they are there. */
function seenBy(actor: Actor, { others, org, now }: DecisionContext): Map<string, RecordOf<unknown>> {
  const named = [...(others ?? [])];
  return new Map(actor.kind === 'person' ? named.filter(([, one]) => mayRead(one, actor.id, org, now)) : named);
}

const boundOf = <Data>(move: Move<Data> | undefined, answers: unknown) => {
  const parsed = move?.bind(answers);
  return parsed?.ok ? parsed.bound : null;
};

function carryOut<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  request: MoveRequest,
  move: Move<Data>,
  bound: BoundMove<Data>,
  setting: DecisionContext,
): DecisionResult<Data> {
  const { now } = setting;
  const actor = withStanding(record, move, request.actor, setting);
  const actorId = actor.kind === 'person' ? actor.id : null;
  const who = { ...setting, actorId };
  const data = type.data.parse(bound.apply(record, who));
  const common = commonSchema.parse(bound.applyCommon(record, who));
  const step = {
    data,
    common,
    state: bound.to(record, setting),
    nextRound: move.nextRound === true,
    resumes: move.resumes === true,
    keepsDue: move.keepsDue === true,
    extendsTo: bound.extendsTo(record, who),
    recomputes: move.recomputes === true,
  };
  const taken = move.undoes === true ? record.undo : null;
  const moved = taken ? restored(type, record, taken, setting) : settle(type, record, step, setting);
  const undone = taken ? consequencesOfUndo(type, record, taken) : { news: [], followUps: [] };
  const entry = nextEntry(
    record.history.at(-1),
    {
      at: now.toISOString(),
      actor,
      interaction: request.interaction,
      move: request.move,
      from: record.state,
      to: moved.state,
      round: moved.round,
      due: moved.due?.at.toISOString() ?? null,
      // What an upgrade changed enters the history with the first decision after it.
      before: { data: record.upgradedFrom ?? record.data, common: record.common },
      after: { data: moved.data, common: moved.common },
    },
    type.data,
    () => setting.salt(),
  );
  const { upgradedFrom: _settled, ...rest } = moved;
  const after: RecordOf<Data> = { ...rest, history: [...record.history, entry] };
  const intents = consequencesOf(
    {
      type,
      before: record,
      after,
      news: [...bound.news(after, setting), ...undone.news, ...newsOfSize(record, after, setting)],
      followUps: [
        ...bound.followUps(after, setting),
        ...undone.followUps,
        ...(type.followUps?.(record, after, setting) ?? []),
      ],
      actorId,
    },
    setting.org,
    setting.routes,
  );
  const effects = [...after.effects, ...intents.map((intent) => waiting(intent, now))];
  const undo = keptForUndo(type, record, after, { move: request.move, by: actorId, intents }, setting);
  return { verdict: 'done', record: { ...after, effects, undo }, entry, intents, bound };
}

/** What is kept so that the decision, or the one before it where this was only a word beside it, may be taken back. */
function keptForUndo<Data>(
  type: RecordType<Data>,
  before: RecordOf<Data>,
  after: RecordOf<Data>,
  { move, by, intents }: { move: string; by: string | null; intents: readonly EffectIntent[] },
  setting: DecisionContext,
): RecordOf<Data>['undo'] {
  if (moveOf(type, move)?.undoable && by !== null) return undoOf(before, after, { move, by, intents }, setting);
  const isBeside = !Object.hasOwn(type.moves, move) && move !== 'undo' && move !== 'handOver';
  return isBeside && before.state === after.state ? before.undo : null;
}

/** QED hears when a record has grown so large that it takes only closing moves. */
function newsOfSize(before: RecordOf<unknown>, after: RecordOf<unknown>, { org }: RecordContext): News[] {
  if (!isFull(after) || isFull(before)) return [];
  const to = org.idsWith('qed');
  return [{ to, key: 'refusal.full', params: { number: after.number } }];
}

function withStanding<Data>(
  record: RecordOf<Data>,
  move: Move<Data>,
  actor: Actor,
  circumstances: RecordContext,
): Actor {
  if (actor.kind !== 'person') return actor;
  const standing = standingOf(actor.id, record, move.by, move.not ?? [], circumstances);
  return standing.may === 'deputy' ? { ...actor, standingInFor: standing.of } : actor;
}
