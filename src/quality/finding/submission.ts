import type { ActorContext } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { FindingData } from './finding-data.ts';

/** Notes who hands in, and from where, so that it can be withdrawn; handing in takes the finding on and ends a contest. */
export function submitted({ data, state }: RecordOf<FindingData>, { actorId, now }: ActorContext): FindingData {
  const at = now.toISOString();
  const by = actorId ?? '';
  const isAwaited = data.confirmation?.state === 'awaited';
  return {
    ...data,
    submission: { by, from: state },
    contests: data.contests.map((contest) =>
      contest.outcome === undefined ? { ...contest, outcome: 'dropped' } : contest,
    ),
    ...(isAwaited && { confirmation: { state: 'confirmed', by, at } }),
  };
}

/** Back to that of these states in which the finding stood before it was handed in; the first where that is not known. */
export const beforeSubmission = <const State extends string>(oneOf: readonly [State, ...State[]]) => ({
  oneOf,
  choose: ({ data }: RecordOf<FindingData>) => oneOf.find((state) => state === data.submission?.from) ?? oneOf[0],
});

/** The data without the note of who handed in. */
export function unsubmitted({ submission: _over, ...data }: FindingData): FindingData {
  return data;
}
