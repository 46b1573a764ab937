import type { Chronicle, Stay } from './chronicle.ts';
import { dayAt, endOf, instantOn, isWorked, shift, workingDaysFrom } from './working-days.ts';

/*
 * The figures of digests and summaries, computed plainly from what happened: one loop a figure, nothing shared with the product.
 */

const FINAL = new Set(['closed', 'rejected', 'done']);
const NINE = 9 * 60;

/** What a week's digest should say. */
export interface Week {
  readonly total: number;
  readonly before: number;
  readonly fresh: number;
  readonly settled: number;
  readonly groups: Readonly<Record<string, { readonly count: number; readonly before: number }>>;
  /** Working days over, by number and, where it is a duty beside the state, its name. */
  readonly overBy: ReadonlyMap<string, number>;
}

function stayAt({ stays }: Chronicle, at: Date): Stay | undefined {
  return stays.find(({ from, to }) => from <= at && (to === null || to > at));
}

function dueAt(stay: Stay, at: Date): string | null {
  return stay.extended.filter((one) => one.at <= at).at(-1)?.day ?? stay.due;
}

/** The days of the deadlines that were over at an instant: under nothing for the state's own, under its name for a duty. */
function overdueAt(chronicle: Chronicle, at: Date): Map<string, string> {
  const over = new Map<string, string>();
  const stay = stayAt(chronicle, at);
  if (!stay || FINAL.has(stay.state)) return over;
  const due = dueAt(stay, at);
  if (due !== null && endOf(due) < at) over.set('', due);
  for (const duty of chronicle.duties) {
    if (duty.from <= at && (duty.to === null || duty.to > at) && endOf(duty.due) < at) over.set(duty.step, duty.due);
  }
  return over;
}

/** The digest of the week that `now` lies in. */
export function reckonWeek(chronicles: readonly Chronicle[], now: Date): Week {
  const then = dueOfWeekBefore(now);
  const overBy = new Map<string, number>();
  const groups: Record<string, { count: number; before: number }> = {};
  let [before, fresh, settled] = [0, 0, 0];
  for (const chronicle of chronicles) {
    const over = overdueAt(chronicle, now);
    const wasOver = overdueAt(chronicle, then);
    if (over.size === 0 && wasOver.size === 0) continue;
    const department = chronicle.departmentId ?? 'none';
    const group = groups[department] ?? { count: 0, before: 0 };
    groups[department] = group;
    for (const what of wasOver.keys()) {
      before += 1;
      group.before += 1;
      if (!over.has(what)) settled += 1;
    }
    for (const [what, due] of over) {
      group.count += 1;
      if (!wasOver.has(what)) fresh += 1;
      overBy.set(`${chronicle.number} ${what}`, workingDaysFrom(due, dayAt(now)));
    }
  }
  return { total: overBy.size, before, fresh, settled, groups, overBy };
}

/** Monday at nine of the week before, or its first working day; a week without one counts from its Monday. */
function dueOfWeekBefore(now: Date): Date {
  const monday = shift(mondayOf(dayAt(now)), -7);
  const week = [0, 1, 2, 3, 4, 5, 6].map((days) => shift(monday, days));
  return instantOn(week.find(isWorked) ?? monday, NINE);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return shift(day, -((weekday + 6) % 7));
}

interface Kept {
  onTime: number;
  lateExtended: number;
  late: number;
}

/** What a month's summary should say. */
export interface Month {
  readonly figures: MonthFigures;
  readonly before: MonthFigures;
  readonly departments: Readonly<Record<string, { opened: number; closed: number; kept: Kept }>>;
  readonly causes: Readonly<Record<string, number>>;
  readonly trend: readonly { readonly first: string; readonly opened: number; readonly closed: number }[];
}

export interface MonthFigures {
  readonly opened: number;
  readonly closed: number;
  readonly kept: Kept;
  readonly toCapa: { readonly days: number | null; readonly of: number };
  readonly toClose: { readonly days: number | null; readonly of: number };
}

/** The summary of the month before that of `now`. */
export function reckonMonth(chronicles: readonly Chronicle[], now: Date): Month {
  const months = [6, 5, 4, 3, 2, 1].map((back) => monthBefore(dayAt(now), back));
  const [before = '', first = ''] = months.slice(-2);
  const departments: Record<string, { opened: number; closed: number; kept: Kept }> = {};
  for (const id of new Set(chronicles.map(({ departmentId }) => departmentId ?? 'none'))) {
    const own = chronicles.filter(({ departmentId }) => (departmentId ?? 'none') === id);
    const { opened, closed, kept } = figuresOf(own, first, now);
    if (opened + closed + kept.onTime + kept.lateExtended + kept.late > 0) departments[id] = { opened, closed, kept };
  }
  const causes: Record<string, number> = {};
  for (const { cause } of firstReports(chronicles, first)) if (cause !== null) causes[cause] = (causes[cause] ?? 0) + 1;
  return {
    figures: figuresOf(chronicles, first, now),
    before: figuresOf(chronicles, before, now),
    departments,
    causes,
    trend: months.map((month) => {
      const { opened, closed } = figuresOf(chronicles, month, now);
      return { first: month, opened, closed };
    }),
  };
}

/** The first day of the month so many months before that of a day. */
function monthBefore(day: string, back: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
}

const isInMonth = (at: Date | null, first: string) => at !== null && dayAt(at).slice(0, 7) === first.slice(0, 7);
const isFinding = ({ type }: Chronicle) => type === 'finding';
const isRejected = ({ stays }: Chronicle) => stays.at(-1)?.state === 'rejected';

function firstReports(chronicles: readonly Chronicle[], first: string): Chronicle[] {
  return chronicles.filter((one) => {
    const issued = one.stays.find(({ state }) => state === 'issued');
    return isFinding(one) && issued !== undefined && isInMonth(issued.to, first);
  });
}

function figuresOf(chronicles: readonly Chronicle[], first: string, now: Date): MonthFigures {
  const findings = chronicles.filter(isFinding);
  const closed = findings.filter((one) => isInMonth(one.closedAt, first) && !isRejected(one));
  const kept: Kept = { onTime: 0, lateExtended: 0, late: 0 };
  for (const chronicle of chronicles) {
    if (isRejected(chronicle)) continue;
    for (const stay of chronicle.stays) {
      const counts = chronicle.type === 'action' ? stay.state === 'open' : ['issued', 'returned'].includes(stay.state);
      if (!counts || stay.due === null || !isInMonth(endOf(stay.due), first)) continue;
      const until = endOf(stay.extended.at(-1)?.day ?? stay.due);
      if (stay.to === null && now <= endOf(stay.due)) continue;
      const at = stay.to ?? now;
      if (at <= endOf(stay.due)) kept.onTime += 1;
      else if (at <= until) kept.lateExtended += 1;
      else kept.late += 1;
    }
  }
  const issuedOf = ({ stays }: Chronicle) => stays.find(({ state }) => state === 'issued');
  return {
    opened: findings.filter(({ createdAt }) => isInMonth(createdAt, first)).length,
    closed: closed.length,
    kept,
    toCapa: mean(firstReports(chronicles, first).map((one) => daysOf(issuedOf(one)?.from, issuedOf(one)?.to))),
    toClose: mean(closed.map((one) => daysOf(issuedOf(one)?.from ?? one.createdAt, one.closedAt))),
  };
}

const daysOf = (from: Date | undefined, to: Date | null | undefined) =>
  from && to ? workingDaysFrom(dayAt(from), dayAt(to)) : Number.NaN;

function mean(numbers: readonly number[]) {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return { days: numbers.length === 0 ? null : Math.round((sum / numbers.length) * 10) / 10, of: numbers.length };
}
