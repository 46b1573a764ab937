import { moveOf } from '../declaration/all-moves.ts';
import type { News } from '../declaration/follow-up.ts';
import type { BoundMove, Move } from '../declaration/move.ts';
import type { ActorContext, RecordContext } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import type { Actor } from '../shape/actor.ts';
import { commonSchema } from '../shape/common.ts';
import { type EffectIntent, waiting } from '../shape/effect.ts';
import { nextEntry } from '../shape/history.ts';
import type { RecordOf } from '../shape/record.ts';
import { isFull } from '../shape/size.ts';
import { consequencesOf } from './consequences.ts';
import type { DecisionContext, DecisionResult, MoveRequest } from './decision.ts';
import { capacityOf } from './entitlement.ts';
import { settle } from './settle.ts';
import { consequencesOfUndo, restored, undoOf } from './undo.ts';

/** Makes a move that passed all checks: the resulting record, its history entry, and the effects. Pure. */
export function carryOut<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  request: MoveRequest,
  move: Move<Data>,
  bound: BoundMove<Data>,
  setting: DecisionContext & ActorContext,
): DecisionResult<Data> {
  const { now, actorId } = setting;
  const actor = withStanding(record, move, request.actor, setting);
  const data = type.data.parse(bound.apply(record, setting));
  const common = commonSchema.parse(bound.applyCommon(record, setting));
  const step = {
    data,
    common,
    state: bound.to(record, setting),
    nextRound: move.nextRound === true,
    resumes: move.resumes === true,
    keepsDue: move.keepsDue === true,
    extendsTo: bound.extendsTo(record, setting),
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
      // Data changed by an upgrade enters the history with the first decision after it.
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

/** What is kept to undo this decision, or the previous one if this one only added a remark. */
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

/** QED is told when a record has grown so large that it only accepts closing moves. */
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
  const standing = capacityOf(actor.id, record, move.by, move.not ?? [], circumstances);
  return standing.may === 'deputy' ? { ...actor, standingInFor: standing.of } : actor;
}
