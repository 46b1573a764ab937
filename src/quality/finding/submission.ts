import type { ActorContext } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { FindingData } from './finding-data.ts';

/** Records who submits and from which state, so that it can be withdrawn; submitting confirms the finding and drops an objection. */
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

/** Back to the one of these states in which the finding was submitted; the first if unknown. */
export const beforeSubmission = <const State extends string>(oneOf: readonly [State, ...State[]]) => ({
  oneOf,
  choose: ({ data }: RecordOf<FindingData>) => oneOf.find((state) => state === data.submission?.from) ?? oneOf[0],
});

/** The data without the submitter. */
export function unsubmitted({ submission: _over, ...data }: FindingData): FindingData {
  return data;
}
