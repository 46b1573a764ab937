import { dayOf } from '../../src/calendar/day.ts';
import type { Period } from '../../src/calendar/period.ts';
import { departmentsIn } from '../../src/figures/departments.ts';
import type { FiguresContext } from '../../src/figures/figures-context.ts';
import { compareOverdue } from '../../src/figures/overdue/compare.ts';
import { rank } from '../../src/figures/rank.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { siteOf } from '../../src/records/decide/due.ts';
import type { OverdueCount, OverdueRow } from '../../src/records/shape/report-query.ts';
import { type Audience, serves } from './digest-channel.ts';
import type { DigestGroup, DigestItem, OverdueDigest } from './weekly-content.ts';

/** The most owners that one line mentions. */
const MOST_OWNERS = 2;

type OverdueContext = Pick<FiguresContext, 'org' | 'registry' | 'reports' | 'now'>;

/** The overdue part of a week's digest for an audience, as of now, compared with `then`. */
export async function weeklyDigest(
  audience: Audience,
  week: Period,
  then: Date,
  context: OverdueContext,
): Promise<OverdueDigest> {
  const { reports, now } = context;
  const serving = audience.departments;
  const departments = await departmentsIn(serving, context);
  const [counts, hidden, changed] = await Promise.all([
    reports.countOverdue(departments, now, then),
    serving === 'all' ? reports.countRestricted(departments, now) : 0,
    reports.changedSince(then),
  ]);
  const ours = changed.filter((row) => serves(audience, row.departmentId) && !row.restricted);
  const { before, settled } = await compareOverdue(counts, ours, then, context);
  const total = counts.reduce((sum, one) => sum + one.now, 0);
  const wasBefore = [...before.values()].reduce((sum, count) => sum + count, 0);
  return {
    notice: 'weekly-digest',
    first: week.first,
    last: week.last,
    total,
    before: wasBefore,
    fresh: total - (wasBefore - settled),
    settled,
    restricted: hidden > 0 ? hidden : null,
    groups: await groupsOf(await ranked(counts, before, context), audience, context),
  };
}

/** How much is overdue in a department, and how much was. */
interface Group {
  readonly id: string | null;
  readonly count: number;
  readonly before: number;
}

/** The groups, largest first; among equal ones, the one with more before, then the one with the oldest item. */
async function ranked(
  counts: readonly OverdueCount[],
  before: ReadonlyMap<string | null, number>,
  { reports, now }: OverdueContext,
): Promise<Group[]> {
  const full = counts.filter((one) => one.now > 0);
  const emptied = [...before.keys()].filter(
    (id) => before.get(id) !== 0 && !full.some((one) => one.departmentId === id),
  );
  const groups: Group[] = [
    ...full.map((one) => ({ id: one.departmentId, count: one.now, before: before.get(one.departmentId) ?? 0 })),
    ...emptied.map((id) => ({ id, count: 0, before: before.get(id) ?? 0 })),
  ];
  return rank(
    groups,
    (left, right) => right.count - left.count || right.before - left.before,
    async ({ id, count }) => (count > 0 ? (await reports.oldestOverdue(id, now, 1))[0] : undefined),
    olderFirst,
  );
}

function olderFirst(left: OverdueRow | undefined, right: OverdueRow | undefined): number {
  if (!left || !right) return 0;
  return (
    left.dueAt.getTime() - right.dueAt.getTime() ||
    Number(left.duty !== null) - Number(right.duty !== null) ||
    left.createdAt.getTime() - right.createdAt.getTime()
  );
}

function groupsOf(
  groups: readonly Group[],
  audience: Audience,
  { org, reports, now }: OverdueContext,
): Promise<DigestGroup[]> {
  const room = shareOut(
    groups.map(({ count }) => count),
    org.settings.digest.lines,
  );
  return Promise.all(
    groups.map(async ({ id, count, before }, index) => {
      const rows = await reports.oldestOverdue(id, now, room[index] ?? 0);
      return {
        department: id === null ? null : (org.department(id)?.name ?? { zh: id, en: id }),
        count,
        before,
        items: rows.map((row) => itemOf(row, audience, { org, now })),
      };
    }),
  );
}

/** How many of each group are named: one more of each in turn, until there is no more room. */
export function shareOut(counts: readonly number[], room: number): number[] {
  const given = counts.map(() => 0);
  let left = room;
  let before: number;
  do {
    before = left;
    counts.forEach((count, index) => {
      const have = given[index] ?? 0;
      if (left === 0 || have >= count) return;
      given[index] = have + 1;
      left -= 1;
    });
  } while (left > 0 && left < before);
  return given;
}

function itemOf(row: OverdueRow, audience: Audience, { org, now }: Pick<OverdueContext, 'org' | 'now'>): DigestItem {
  const { number, type, title, duty, ownerIds, day, extensions, state, round } = row;
  const calendar = org.calendarOf(siteOf(row, org));
  return {
    number,
    type,
    title,
    duty: duty?.step ?? null,
    owners: ownerIds.slice(0, MOST_OWNERS).map((id) => ownerOf(id, audience, org)),
    moreOwners: Math.max(0, ownerIds.length - MOST_OWNERS),
    overBy: calendar.workingDaysBetween(day, dayOf(now, calendar.zone)),
    day,
    extended: extensions.some((one) => one.outcome === 'granted' && one.step === state && one.round === round),
  };
}

function ownerOf(id: string, { platform, workspace }: Audience, org: Organisation): DigestItem['owners'][number] {
  const person = org.person(id);
  const identity = person?.identities.find((one) => one.platform === platform && one.workspace === workspace);
  return { name: person?.name ?? { zh: id, en: id }, ...(identity && { userId: identity.userId }) };
}
