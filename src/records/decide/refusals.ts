import { moveKey, moveOf } from '../declaration/all-moves.ts';
import type { Refusal } from '../declaration/ask.ts';
import type { Move } from '../declaration/move.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import type { HistoryEntry } from '../shape/history.ts';
import type { RecordOf } from '../shape/record.ts';
import type { MoveRequest } from './decision.ts';
import { entitledTo } from './entitlement.ts';

/**
 * Why a move cannot start from the record's state: it was already made (by whom and when), the button is from an earlier round, or the record is in
 * another state. Null if it can. Names and times are filled in where the refusal is shown.
 */
export function refuseByState<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  { move, round }: Pick<MoveRequest, 'move' | 'round'>,
): Refusal | null {
  const from: readonly string[] = moveOf(type, move)?.from ?? [];
  const staleRound = round !== null && round !== record.round;
  if (from.includes(record.state) && !staleRound) return null;
  const sameMove = record.history.findLast(
    (entry) => entry.move === move && (round === null || roundBefore(entry, record) === round),
  );
  const leaving = record.history.findLast(({ from: left, to }) => left !== null && left !== to && from.includes(left));
  const settled = sameMove ?? leaving;
  if (settled?.actor.kind === 'person') {
    return {
      key: 'refusal.alreadyDone',
      params: {
        move: { message: moveKey(type.type, 'done', settled.move) },
        person: { person: settled.actor.id },
        at: { instant: settled.at },
      },
    };
  }
  return {
    key: 'refusal.notNow',
    params: { number: record.number, state: { message: `${type.type}.state.${record.state}` } },
  };
}

const roundBefore = (entry: HistoryEntry, { history }: RecordOf<unknown>) =>
  history[entry.seq - 1]?.round ?? entry.round;

/** Why this person may not: it is their own work, or the job of another role (and whose). */
export function refusePerson<Data>(
  record: RecordOf<Data>,
  move: Move<Data>,
  because: 'excluded' | 'otherRole',
  circumstances: RecordContext,
): Refusal {
  const { persons } = entitledTo(record, move.by, move.not ?? [], circumstances);
  if (persons.length === 0) return { key: 'refusal.nobody' };
  const params = { people: { people: [...persons] } };
  return because === 'excluded' ? { key: 'refusal.ownWork', params } : { key: 'refusal.otherRole', params };
}
