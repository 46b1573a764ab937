import { moveOf } from '../declaration/all-moves.ts';
import type { Refusal } from '../declaration/ask.ts';
import type { Move } from '../declaration/move.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { mayRead } from '../shape/access.ts';
import type { Actor } from '../shape/actor.ts';
import type { RecordOf } from '../shape/record.ts';
import { isFull } from '../shape/size.ts';
import { carryOut } from './carry-out.ts';
import type { DecisionContext, DecisionResult, MoveRequest } from './decision.ts';
import { capacityOf } from './entitlement.ts';
import { refuseByState, refusePerson } from './refusals.ts';

/**
 * Decides a move; pure. Checks, in this order, that it was not already made by the same interaction, that the move exists and starts from the
 * record's state, that the person is entitled, that the record has room, that the answers are valid, and that the record's data allows it.
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
  const context = { ...setting, actorId: actor.kind === 'person' ? actor.id : null };
  const objection = parsed.bound.check(record, { ...context, others: seenBy(actor, setting) });
  if (objection) return { verdict: 'refused', refusal: objection };
  return carryOut(type, record, request, move, parsed.bound, context);
}

/** Why a person may not make a move now, regardless of the answers; null if they may. Also used to draw buttons. */
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
  const standing = capacityOf(actor.id, record, move.by, move.not ?? [], circumstances);
  if (standing.may === 'no') return refusePerson(record, move, standing.because, circumstances);
  return isFull(record) && !move.closes ? { key: 'refusal.full', params: { number: record.number } } : null;
}

/** The records named by the move that the actor may read: the existence of others is not revealed. */
function seenBy(actor: Actor, { others, org, now }: DecisionContext): Map<string, RecordOf<unknown>> {
  const named = [...(others ?? [])];
  return new Map(actor.kind === 'person' ? named.filter(([, one]) => mayRead(one, actor.id, org, now)) : named);
}

const boundOf = <Data>(move: Move<Data> | undefined, answers: unknown) => {
  const parsed = move?.bind(answers);
  return parsed?.ok ? parsed.bound : null;
};
