import type { Locale } from '../i18n/locale.ts';
import { type MessageKey, translate } from '../i18n/translate.ts';
import { yearOf } from './day.ts';
import type { Deadline, DeadlineStep } from './deadline.ts';
import { formatDayIn, formatDayRange, formatInstant, formatWeekday } from './format.ts';
import type { NamePair } from './reason.ts';

/** How a deadline was computed: one line for a card, and day by day. */
export interface DeadlineExplanation {
  readonly short: string;
  readonly lines: readonly string[];
}

/** Explains a deadline from its stored arithmetic, in the given language; years other than that of its start are shown. */
export function explainDeadline(deadline: Deadline, locale: Locale): DeadlineExplanation {
  return { short: shortText(deadline, locale), lines: dayByDay(deadline, locale) };
}

function shortText(deadline: Deadline, locale: Locale): string {
  const year = yearOf(deadline.startDay);
  const parts = [
    ...skippedPart(deadline, locale),
    ...deadline.steps.filter((step) => step.counted && step.reason).map((step) => workedPart(step, year, locale)),
    translate(locale, 'calendar.explain.due', { day: formatDayIn(deadline.day, year, locale) }),
    ...(deadline.provisional ? [translate(locale, 'calendar.explain.provisional')] : []),
  ].join(translate(locale, 'calendar.explain.separator'));
  // A deadline of zero days was set to a specific day by a person: there is nothing to compute.
  if (deadline.days === 0) return parts;
  const start = formatDayIn(deadline.startDay, year, locale);
  return translate(locale, headKey(deadline), { start, days: deadline.days, by: byPart(deadline, locale), parts });
}

function headKey({ unit, days }: Deadline): MessageKey {
  return days === 1 ? `calendar.explain.${unit}.one` : `calendar.explain.${unit}`;
}

/** Whose calendar it was; without a name, only a calendar other than the usual one is mentioned. */
function byPart({ unit, calendar, by }: Deadline, locale: Locale): string {
  if (unit === 'calendar' || (!by && calendar === 'cn')) return '';
  return translate(locale, 'calendar.by.part', { calendar: calendarName(calendar, by, locale) });
}

function calendarName(calendar: Deadline['calendar'], by: Deadline['by'], locale: Locale): string {
  if (!by) return translate(locale, `calendar.kind.${calendar}`);
  const kind = translate(locale, by.ownDays ? `calendar.by.${calendar}.ownDays` : `calendar.by.${calendar}`);
  return translate(locale, 'calendar.by', { name: inLocale(by.name, locale), kind });
}

/** The days that were not counted, grouped into runs, each with its holidays. */
function skippedPart({ startDay, steps }: Deadline, locale: Locale): string[] {
  const separator = translate(locale, 'common.listSeparator');
  const days = skippedRuns(steps).map(({ first, last, run }) => {
    return translate(locale, 'calendar.explain.run', {
      days: formatDayRange(first.day, last.day, yearOf(startDay), locale),
      names: namesOfFreeDays(run, locale).join(separator),
    });
  });
  return days.length > 0 ? [translate(locale, 'calendar.explain.skipped', { days: days.join(separator) })] : [];
}

interface Run {
  readonly first: DeadlineStep;
  last: DeadlineStep;
  readonly run: DeadlineStep[];
}

function skippedRuns(steps: readonly DeadlineStep[]): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const step of steps) {
    if (step.counted) {
      open = undefined;
    } else if (open) {
      open.run.push(step);
      open.last = step;
    } else {
      open = { first: step, last: step, run: [step] };
      runs.push(open);
    }
  }
  return runs;
}

function namesOfFreeDays(run: readonly DeadlineStep[], locale: Locale): string[] {
  const names = run.map(({ reason }) =>
    reason && reason.kind !== 'weekend' ? inLocale(reason.name, locale) : translate(locale, 'calendar.weekend'),
  );
  return [...new Set(names)];
}

function workedPart({ day, reason }: DeadlineStep, year: number, locale: Locale): string {
  const key = reason?.kind === 'makeUp' ? 'calendar.explain.makeUp' : 'calendar.explain.ownWorkday';
  const name = reason ? inLocale(reason.name, locale) : '';
  return translate(locale, key, { day: formatDayIn(day, year, locale), name });
}

function dayByDay(deadline: Deadline, locale: Locale): string[] {
  const year = yearOf(deadline.startDay);
  const written = (day: string) => ({ day: formatDayIn(day, year, locale), weekday: formatWeekday(day, locale) });
  let count = 0;
  const walked = deadline.steps.map(({ day, counted, reason }) => {
    if (counted) count += 1;
    const name = reason ? inLocale(reason.name, locale) : '';
    return translate(locale, lineKey(counted, reason?.kind), { ...written(day), count, name });
  });
  return [
    translate(locale, 'calendar.line.start', written(deadline.startDay)),
    ...walked,
    translate(locale, 'calendar.line.due', {
      instant: formatInstant(deadline.at, deadline.zone, locale),
      zone: deadline.zone,
      calendar: calendarName(deadline.calendar, deadline.by, locale),
    }),
    ...(deadline.provisional ? [translate(locale, 'calendar.explain.provisional')] : []),
  ];
}

function lineKey(counted: boolean, kind: NonNullable<DeadlineStep['reason']>['kind'] | undefined): MessageKey {
  if (!counted) return 'calendar.line.skipped';
  if (kind === 'makeUp') return 'calendar.line.makeUp';
  return kind === 'ownWorkday' ? 'calendar.line.ownWorkday' : 'calendar.line.counted';
}

function inLocale(name: NamePair, locale: Locale): string {
  return locale === 'zh-CN' ? name.zh : name.en;
}
