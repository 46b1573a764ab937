import { dayOf } from '../../src/calendar/day.ts';
import { isoMinute } from '../../src/calendar/format.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import { siteOf } from '../../src/records/decide/due.ts';
import { filtersOf } from '../../src/records/declaration/filters.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label, personName } from '../../src/records/say.ts';
import type { ExportRow } from '../../src/records/search/export-repository.ts';
import { type DeadlineClock, punctualityOf } from '../../src/records/shape/clocks.ts';
import type { Context } from '../context.ts';
import type { Cell } from './cell.ts';

/** The clock of one answer of a record; undefined if none was owed. */
type AnswerOf = (type: RecordType<unknown>, row: ExportRow) => DeadlineClock | undefined;

/** The clocks of the answer, including that of a returned one, in order. */
const answersOf = ({ answeredIn }: RecordType<unknown>, clocks: readonly DeadlineClock[]): DeadlineClock[] =>
  clocks.filter(({ step }) => answeredIn?.includes(step));

/** The first answer, whose lateness is final; for a type without answers, the current state's clock, else the last. */
const firstAnswer: AnswerOf = (type, { clocks, state }) =>
  type.answeredIn ? answersOf(type, clocks)[0] : (clocks.find(({ step }) => step === state) ?? clocks.at(-1));

/** The last one, if the first was returned, or an ineffective measure required another. */
const lastAnswer: AnswerOf = (type, { clocks }) => answersOf(type, clocks).slice(1).at(-1);

type Reading = Pick<Context, 'locale' | 'org' | 'now'> & { readonly zone: string };

/** A column of an exported list. */
export interface Column {
  readonly heading: string;
  cell(row: ExportRow): Cell;
}

type KeptName = 'first' | 'until' | 'met' | 'daysLate' | 'punctuality';

const empty: Cell = { kind: 'empty' };
const text = (said: string): Cell => (said === '' ? empty : { kind: 'text', text: said });

/** Empty if nothing was requested yet. */
const rounds = (count: number): Cell => (count === 0 ? empty : { kind: 'number', number: count });

/** The columns of a type's list, in the reader's language; times are in `zone`, which the headings name. */
export function columnsFor(type: RecordType<unknown>, { locale, org, now, zone }: Reading): Column[] {
  const separator = translate(locale, 'common.listSeparator');
  const column = (key: MessageKey, cell: (row: ExportRow) => Cell, timed = false): Column => ({
    heading: timed
      ? translate(locale, 'export.timed', { heading: translate(locale, key), zone })
      : translate(locale, key),
    cell,
  });
  const time = (at: Date | null | undefined): Cell => (at ? { kind: 'time', time: isoMinute(at, zone) } : empty);
  const day = (at: Date | undefined): Cell => (at ? { kind: 'day', day: dayOf(at, zone) } : empty);
  const named = (id: string | null) => (id === null ? '' : personName(id, { org, locale }));
  /** How a deadline was met: the first one, its extension, when it was met, how late that was. */
  const kept = (group: 'export' | 'export.again', clockOf: AnswerOf): Column[] => {
    const of = (name: KeptName, cell: (clock: DeadlineClock, row: ExportRow) => Cell, timed = false): Column =>
      column(
        `${group}.${name}`,
        (row) => {
          const clock = clockOf(type, row);
          return clock ? cell(clock, row) : empty;
        },
        timed,
      );
    return [
      of('first', ({ first }) => day(first)),
      of('until', ({ first, until }) => (until > first ? day(until) : empty)),
      of('met', ({ metAt }) => time(metAt), true),
      of('daysLate', ({ first, metAt }, row) => {
        const calendar = org.calendarOf(siteOf(row, org));
        const met = dayOf(metAt ?? now, calendar.zone);
        const over = calendar.workingDaysBetween(dayOf(first, calendar.zone), met);
        return { kind: 'number', number: Math.max(0, over) };
      }),
      of('punctuality', (clock) => {
        const punctuality = punctualityOf(clock, now);
        const isRunning = clock.metAt === null && punctuality === 'lateExtended';
        return text(translate(locale, isRunning ? 'export.punctuality.extended' : `export.punctuality.${punctuality}`));
      }),
    ];
  };
  const narrowed = filtersOf(type)
    .filter(({ facet }) => facet !== 'department' && facet !== 'state')
    .map((filter): Column => {
      const names = new Map(filter.values(org).map(({ id, name }) => [id, nameOf(name, locale)]));
      return {
        heading: translate(locale, filter.label),
        cell: ({ facets }) => text(names.get(facets[filter.facet] ?? '') ?? facets[filter.facet] ?? ''),
      };
    });
  const own = (type.exported ?? []).map((one): Column => {
    if ('text' in one) return column(one.label, ({ data }) => text(one.text(data) ?? ''));
    const at = (said: string | undefined) => time(said === undefined ? undefined : new Date(said));
    return column(one.label, ({ data }) => at(one.time(data)), true);
  });
  return [
    column('export.number', ({ number }) => text(number)),
    column('export.title', ({ title }) => text(title)),
    column('card.state', ({ state }) => text(label(`${type.type}.state.${state}`, locale))),
    ...narrowed,
    column('card.department', ({ departmentId }) => {
      const department = departmentId === null ? undefined : org.department(departmentId);
      return text(department ? nameOf(department.name, locale) : (departmentId ?? ''));
    }),
    column('card.owner', ({ ownerIds }) => text(ownerIds.map(named).join(separator))),
    column('export.reporter', ({ createdBy }) => text(named(createdBy))),
    ...own,
    column('export.opened', ({ createdAt }) => time(createdAt), true),
    ...kept('export', firstAnswer),
    ...(type.answeredIn
      ? [
          column('export.rounds', ({ clocks }) => rounds(answersOf(type, clocks).length)),
          ...kept('export.again', lastAnswer),
        ]
      : []),
    column('export.closed', ({ closedAt }) => time(closedAt), true),
  ];
}
