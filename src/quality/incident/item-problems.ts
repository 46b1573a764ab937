import type { Organisation } from '../../org/organisation.ts';
import type { IncidentData } from './incident-data.ts';
import { type IncidentItem, lessonOf } from './incident-item.ts';
import { learned } from './learn.ts';

/** What is wrong with a field of an item, in English: the reader is configuring the other tool. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/** The clocks of two systems differ a little. */
const AHEAD_MS = 5 * 60_000;
/** A tool's own clock may jump a little. */
const LEEWAY_MS = 60_000;
/** Nobody imports a longer history; an earlier time is a mistake, and service time would be counted day by day from there. */
const MOST_YEARS = 15;

/** Why an item cannot be accepted: names unknown to the organization, and impossible times. */
export function problemsOf(
  item: IncidentItem,
  known: IncidentData | null,
  org: Organisation,
  now: Date,
): readonly FieldProblem[] {
  return [...missing(item, known), ...unknown(item, org), ...impossible(item, known, org, now)];
}

function missing({ title, project, number }: IncidentItem, known: IncidentData | null): FieldProblem[] {
  if (known) return [];
  if (number !== undefined) return [{ field: 'number', problem: 'is not known here' }];
  return Object.entries({ title, project }).flatMap(([field, value]) =>
    value === undefined ? [{ field, problem: 'is needed for an item that is not known yet' }] : [],
  );
}

function unknown({ project, priority, category, engineer }: IncidentItem, org: Organisation): FieldProblem[] {
  const { priorities, incidentCategories } = org.settings;
  const has = (list: readonly { readonly id: string }[], id: string) => list.some((one) => one.id === id);
  const isKnown = {
    project: project === undefined || org.project(project) !== undefined,
    priority: priority === undefined || has(priorities, priority),
    category: category === undefined || category === null || has(incidentCategories, category),
    engineer: engineer === undefined || engineer === null || org.person(engineer) !== undefined,
  };
  return Object.entries(isKnown).flatMap(([field, good]) => (good ? [] : [{ field, problem: 'is not known here' }]));
}

/** Problems with the resulting times: an impossible order, or reported before they happened. */
function impossible(item: IncidentItem, known: IncidentData | null, org: Organisation, now: Date): FieldProblem[] {
  const { updatedAt } = item;
  const told = later(updatedAt, LEEWAY_MS);
  const oldest = new Date(now);
  oldest.setUTCFullYear(now.getUTCFullYear() - MOST_YEARS);
  const isAhead = updatedAt > later(now.toISOString(), AHEAD_MS);
  const after = known ? learned(known, lessonOf(item, ''), org) : item;
  const reportedAt = after.reportedAt === undefined ? '' : later(after.reportedAt, -LEEWAY_MS);
  const { resolvedAt, closedAt, pauses = [] } = after;
  const closedEarly = resolvedAt && closedAt && closedAt < resolvedAt;
  const waits = (item.pauses ?? []).flatMap(({ from, to }, index) => [
    [`pauses.${index}.from`, from] as const,
    [`pauses.${index}.to`, to] as const,
  ]);
  const inItem = [...Object.entries(timesOf(item)), ...waits];
  return [
    ...(isAhead ? [{ field: 'updatedAt', problem: 'lies in the future' }] : []),
    ...flagged(inItem, (at) => at > told, 'lies after updatedAt'),
    ...flagged(
      [...inItem, ['updatedAt', updatedAt]],
      (at) => at < oldest.toISOString(),
      `lies more than ${MOST_YEARS} years back`,
    ),
    ...flagged(Object.entries(timesOf(after)), (at) => at < reportedAt, 'lies before reportedAt'),
    ...(closedEarly ? [{ field: 'closedAt', problem: 'lies before resolvedAt' }] : []),
    ...pauses.flatMap(({ from, to }, index) =>
      to !== undefined && to < from ? [{ field: `pauses.${index}.to`, problem: 'lies before from' }] : [],
    ),
  ];
}

/** One problem for each wrong time. */
const flagged = (
  times: readonly (readonly [string, Told])[],
  isWrong: (at: string) => boolean,
  problem: string,
): FieldProblem[] => times.flatMap(([field, at]) => (at && isWrong(at) ? [{ field, problem }] : []));

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

type Told = string | null | undefined;
interface Times {
  readonly reportedAt?: Told;
  readonly respondedAt?: Told;
  readonly restoredAt?: Told;
  readonly resolvedAt?: Told;
  readonly closedAt?: Told;
}

const timesOf = ({ reportedAt, respondedAt, restoredAt, resolvedAt, closedAt }: Times): Times => ({
  reportedAt,
  respondedAt,
  restoredAt,
  resolvedAt,
  closedAt,
});
