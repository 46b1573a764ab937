import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../../i18n/translate.ts';
import { nameOf } from '../name.ts';
import type { OrgData, PersonData } from '../org-schema.ts';
import type { ColumnMap } from '../people-file/find-columns.ts';
import { changedDetails, type PersonChange, type StaffChange } from './merge-staff.ts';
import type { LineProblem } from './read-staff.ts';

/** How the columns were interpreted, and which are not read; `fields` is the catalog of the fields' names. */
export function describeColumns(
  { of, titles, unused }: ColumnMap<string>,
  locale: Locale,
  fields = 'people',
): string[] {
  const used = Object.entries<number | undefined>(of).map(([field, at]) =>
    translate(locale, 'people.column', {
      title: titles[at ?? -1] ?? '',
      field: translate(locale, `${fields}.field.${field}` as 'people.field.name'),
    }),
  );
  const separator = translate(locale, 'common.listSeparator');
  return [
    ...used,
    ...(unused.length > 0 ? [translate(locale, 'people.unused', { titles: unused.join(separator) })] : []),
  ];
}

/** A mistake as one line in compiler format: `people.csv:12: 邮箱: ...`. */
export function describeLineProblem({ line, column, key, params }: LineProblem, file: string, locale: Locale): string {
  const message = translate(locale, key, params);
  if (column === undefined) return translate(locale, 'people.line', { file, line, message });
  return translate(locale, 'people.lineColumn', { file, line, column, message });
}

/** Joiners, movers, changed details and leavers in words, each group with its count; `itemsOf` gives the lines under each leaver about what they leave behind. */
export function describeStaffChange(
  change: StaffChange,
  before: OrgData,
  locale: Locale,
  itemsOf: (leaver: PersonData) => readonly string[],
): string[] {
  const say = (key: MessageKey, params: MessageParams = {}) => translate(locale, key, params);
  const department = (id: string) =>
    nameOf(before.departments.find((each) => each.id === id)?.name ?? { zh: id, en: id }, locale);
  const whoIs = (person: PersonData) => ({
    id: person.id,
    name: nameOf(person.name, locale),
    department: department(person.department),
  });
  const group = (key: MessageKey, lines: readonly string[], count = lines.length) =>
    lines.length > 0 ? [say(key, { count }), ...lines] : [];
  const { joiners, returning, movers, changed, leavers } = change;
  const touched = new Set(
    [...returning, ...movers.map(({ after }) => after), ...changed.map(({ after }) => after)].map(({ id }) => id),
  );
  const same = before.people.filter(({ id, active }) => active && !touched.has(id)).length - leavers.length;
  return [
    ...group(
      'people.joiners',
      joiners.map((person) => say('people.joiner', whoIs(person))),
    ),
    ...group(
      'people.returning',
      returning.map((person) => say('people.joiner', whoIs(person))),
    ),
    ...group(
      'people.movers',
      movers.map(({ before: was, after }) =>
        say('people.mover', { ...whoIs(after), from: department(was.department), to: department(after.department) }),
      ),
    ),
    ...group(
      'people.changed',
      changed.map((one) => say('people.change', { ...whoIs(one.after), details: detailsOf(one, locale) })),
    ),
    ...group(
      'people.leavers',
      leavers.flatMap((person) => [say('people.leaver', whoIs(person)), ...itemsOf(person)]),
      leavers.length,
    ),
    say('people.unchanged', { count: same }),
  ];
}

/** What to check before applying this. */
export function describeCautions({ joiners, movers, leavers }: StaffChange, before: OrgData, locale: Locale): string[] {
  const department = (id: string) =>
    nameOf(before.departments.find((each) => each.id === id)?.name ?? { zh: id, en: id }, locale);
  const namesakes = joiners.flatMap((joiner) =>
    leavers
      .filter(({ name }) => name.zh === joiner.name.zh)
      .map((leaver) =>
        translate(locale, 'people.caution.sameName', {
          joiner: joiner.id,
          leaver: leaver.id,
          name: nameOf(leaver.name, locale),
        }),
      ),
  );
  const heads = movers.flatMap(({ before: was, after }) =>
    before.departments
      .filter(({ id, head }) => head === after.id && id === was.department)
      .map(({ id }) =>
        translate(locale, 'people.caution.head', {
          name: nameOf(after.name, locale),
          from: department(id),
          to: department(after.department),
        }),
      ),
  );
  return [...namesakes, ...heads];
}

function detailsOf(change: PersonChange, locale: Locale): string {
  const written = (person: PersonData, detail: ReturnType<typeof changedDetails>[number]) =>
    detail === 'name' ? nameOf(person.name, locale) : (person[detail] ?? '');
  return changedDetails(change)
    .map((detail) => {
      const field = translate(locale, `people.field.${detail}`);
      const was = written(change.before, detail);
      const value = written(change.after, detail);
      return translate(locale, was === '' ? 'people.detail.new' : 'people.detail', { field, value, was });
    })
    .join(translate(locale, 'common.listSeparator'));
}
