import { isDeepStrictEqual } from 'node:util';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { plainOf } from '../../records/shape/change.ts';
import { raise, signal } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import type { Rating } from '../satisfaction/rating.ts';
import { callBackSince } from './incident-clocks.ts';
import type { IncidentData } from './incident-data.ts';
import { isOver, timesOver } from './times-over.ts';

type Incident = RecordOf<IncidentData>;

/**
 * What the call-back is told about its incident, whatever moved the incident: a resolution or closing raises one, a reopening voids it; while it is
 * due, it is told about changes and about ratings the customer gives unprompted (R26, R36; requirements, note 1).
 */
export function askCustomer(before: Incident | null, after: Incident, circumstances: RecordContext): FollowUp[] {
  const number = `${after.number}-C${timesOver(after.history)}`;
  if (!isOver(after.state)) {
    const isOwed = before !== null && isOver(before.state) && before.data.callBack === undefined;
    return isOwed ? [signal(contracts.callBack.voided, { number }, { at: after.updatedAt.toISOString() })] : [];
  }
  const counts = circumstances.org.settings.pageRatingCounts;
  const service = serviceOf(after, circumstances);
  if (before === null || !isOver(before.state)) {
    const rating = counts ? ratingOf(after.data) : undefined;
    return [raise(contracts.callBack.raise, { ...service, rating }, { number })];
  }
  if (after.data.callBack !== undefined) return [];
  const isNews = !isDeepStrictEqual(plainOf(serviceOf(before, circumstances)), plainOf(service));
  const rating = after.data.ratings.length > before.data.ratings.length ? after.data.ratings.at(-1) : undefined;
  return [
    ...(isNews ? [signal(contracts.callBack.told, { number }, service)] : []),
    ...(rating && counts ? [signal(contracts.callBack.rated, { number }, rating)] : []),
  ];
}

/** The customer's latest unprompted rating since the incident was last opened. */
function ratingOf({ ratings, reopenings }: IncidentData): Rating | undefined {
  const since = reopenings.at(-1)?.at ?? '';
  return ratings.findLast(({ at }) => at > since);
}

/** The service, and whom to ask: the requester, otherwise the project's first contact. */
function serviceOf({ number, data }: Incident, { org }: RecordContext) {
  const { kind, title, projectId, customerId, departmentId, requesterId, requesterName, engineerId, place, done } =
    data;
  const { importedAt } = data;
  const { since, isClosing } = callBackSince(data);
  const isNobody = requesterId === null && requesterName === undefined;
  const [first] = isNobody ? org.contactsOf(projectId) : [];
  return {
    about: number,
    kind,
    title,
    projectId,
    customerId,
    departmentId,
    contactId: requesterId ?? first?.id ?? null,
    contactName: requesterName,
    unasked: isNobody && data.channel === 'monitoring',
    engineerId,
    place,
    done,
    resolvedAt: data.resolvedAt ?? data.closedAt ?? since,
    since,
    sinceClosing: isClosing,
    importedAt,
  };
}
