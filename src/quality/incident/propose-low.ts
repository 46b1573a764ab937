import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { followLowScore, isLow } from '../satisfaction/low-score.ts';
import type { Rating } from '../satisfaction/rating.ts';
import type { IncidentData } from './incident-data.ts';
import { timesOver } from './times-over.ts';

type Incident = RecordOf<IncidentData>;

/**
 * What follows from a rating by link, whether or not it replaces a call: a low one proposes a finding, once per end of the incident; a later, better
 * one by link withdraws it. For a service report's page, the report proposes.
 */
export function proposeLow(before: Incident | null, after: Incident, { org }: RecordContext): FollowUp[] {
  const { number, data, history } = after;
  const given = byLink(data);
  const last = given.at(-1);
  const earlier = before ? byLink(before.data) : [];
  if (!last || last.at === earlier.at(-1)?.at) return [];
  const turn = {
    wasLow: isLow(earlier.at(-1)?.score, org),
    isLow: isLow(last.score, org),
    known: earlier.some(({ score }) => isLow(score, org)),
  };
  const { title, projectId, customerId, departmentId } = data;
  return followLowScore(turn, () => ({
    // The first number is reserved for a missed SLA.
    number: `${number}-P${1 + timesOver(history)}`,
    about: number,
    title,
    projectId,
    customerId,
    departmentId,
    facts: [`${number} · ${title}`, `${last.score}/5`, last.comment],
  }));
}

/** Ratings by link since it was last opened. */
function byLink({ ratings, reopenings }: IncidentData): Rating[] {
  const since = reopenings.at(-1)?.at ?? '';
  return ratings.filter(({ at, via }) => via === 'link' && at > since);
}
