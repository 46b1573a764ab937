import { dayOf } from '../../src/calendar/day.ts';
import type { Period } from '../../src/calendar/period.ts';
import { groupBy } from '../../src/group-by.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { siteOf } from '../../src/records/due.ts';
import type { Registry } from '../../src/records/registry.ts';
import type { OverdueRow, Reports } from '../../src/records/report-query.ts';
import { type Audience, serves } from './digest-channel.ts';
import { compareOverdue } from './weekly-compare.ts';
import type { DigestGroup, DigestItem, OverdueDigest } from './weekly-content.ts';

/** The most owners that one line mentions. */
const MOST_OWNERS = 2;

/** What a digest is worked out from. */
export interface DigestGround {
  readonly org: Organisation;
  readonly registry: Registry;
  readonly reports: Reports;
  readonly now: Date;
}

/** What is overdue in a week's digest for an audience, as things stand now, held against `then`. */
export async function weeklyDigest(
  audience: Audience,
  week: Period,
  then: Date,
  ground: DigestGround,
): Promise<OverdueDigest> {
  const { org, reports, now } = ground;
  const [overdue, changed] = await Promise.all([reports.overdue(now), reports.changedSince(then)]);
  const isFor = ({ departmentId }: { readonly departmentId: string | null }) => serves(audience, departmentId);
  const ours = overdue.filter(isFor);
  const shown = ours.filter(({ restricted }) => !restricted);
  const open = changed.filter((row) => isFor(row) && !row.restricted);
  const { fresh, before } = await compareOverdue(shown, open, then, ground);
  const hidden = ours.length - shown.length;
  return {
    notice: 'weekly-digest',
    first: week.first,
    last: week.last,
    total: shown.length,
    before: before.length,
    fresh,
    settled: before.filter(({ still }) => !still).length,
    restricted: audience.departments === 'all' && hidden > 0 ? hidden : null,
    groups: groupsOf(shown, before, audience, { org, now }),
  };
}

function groupsOf(
  rows: readonly OverdueRow[],
  before: readonly { readonly departmentId: string | null }[],
  audience: Audience,
  { org, now }: Pick<DigestGround, 'org' | 'now'>,
): DigestGroup[] {
  const departmentOf = ({ departmentId }: { readonly departmentId: string | null }) => departmentId;
  const byDepartment = groupBy(rows, departmentOf);
  const wasBefore = groupBy(before, departmentOf);
  const ids = [...new Set([...byDepartment.keys(), ...wasBefore.keys()])];
  const groups = ids.map((id) => ({ id, rows: byDepartment.get(id) ?? [], before: wasBefore.get(id)?.length ?? 0 }));
  groups.sort((left, right) => right.rows.length - left.rows.length || right.before - left.before);
  const room = shareOut(
    groups.map((group) => group.rows.length),
    org.settings.digest.lines,
  );
  return groups.map(({ id, rows: all, before: earlier }, index) => ({
    department: id === null ? null : (org.department(id)?.name ?? { zh: id, en: id }),
    count: all.length,
    before: earlier,
    items: all.slice(0, room[index]).map((row) => itemOf(row, audience, { org, now })),
  }));
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

function itemOf(row: OverdueRow, audience: Audience, { org, now }: Pick<DigestGround, 'org' | 'now'>): DigestItem {
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
