import { z } from 'zod';
import { FILES_LIMIT, fileRefSchema } from '../../chat/file-ref.ts';
import type { Field, Option } from '../../chat/form.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { nameOf, type Organisation, type Person } from '../../org/organisation.ts';
import { label } from '../say.ts';

interface Question {
  readonly name: string;
  readonly label: MessageKey;
  readonly required?: boolean;
  readonly hint?: MessageKey;
}

const base = (locale: Locale, { name, label: key, required = false, hint }: Question) => ({
  name,
  label: translate(locale, key),
  required,
  ...(hint && { hint: translate(locale, hint) }),
});

/** A line of text, with a known initial value. */
export function textField(locale: Locale, question: Question & { max?: number }, initial?: string): Field {
  const { max } = question;
  return {
    kind: 'text',
    ...base(locale, question),
    ...(max !== undefined && { max }),
    ...(initial !== undefined && { initial }),
  };
}

/** Several lines of text, with a known initial value. */
export function longTextField(locale: Locale, question: Question & { max?: number }, initial?: string): Field {
  const { max } = question;
  return {
    kind: 'longText',
    ...base(locale, question),
    ...(max !== undefined && { max }),
    ...(initial !== undefined && { initial }),
  };
}

/** A number within limits, with a known initial value. The schema of its answer rejects what is none. */
export function numberField(
  locale: Locale,
  question: Question & { readonly min: number; readonly max: number },
  initial?: number,
): Field {
  const { min, max } = question;
  return { kind: 'number', ...base(locale, question), min, max, ...(initial !== undefined && { initial }) };
}

/** A calendar day, with a known initial value. */
export function dateField(locale: Locale, question: Question, initial?: string): Field {
  return { kind: 'date', ...base(locale, question), ...(initial !== undefined && { initial }) };
}

/** The schema of a file field's answer. */
export const filesAnswer = z.array(fileRefSchema).max(FILES_LIMIT).default([]);

/** Files, each within the organization's size limit. */
export function fileField(locale: Locale, question: Question, { settings }: Organisation): Field {
  return { kind: 'file', ...base(locale, question), most: FILES_LIMIT, megabytes: settings.files.megabytes };
}

/** One or several of the given options. */
export function choiceField(
  locale: Locale,
  question: Question & { many?: boolean },
  options: readonly Option[],
  initial?: string,
): Field {
  return {
    kind: 'choice',
    ...base(locale, question),
    options,
    ...(question.many === true && { many: true }),
    ...(initial !== undefined && { initial: [initial] }),
  };
}

/** One or several of the eligible people. */
export function personField(
  locale: Locale,
  question: Question & { many?: boolean },
  options: readonly Option[],
  initial: readonly string[] = [],
): Field {
  const known = initial.filter((id) => options.some(({ value }) => value === id));
  return {
    kind: 'person',
    ...base(locale, question),
    options,
    ...(question.many === true && { many: true }),
    ...(known.length > 0 && { initial: known }),
  };
}

/** Options from a list of ids, labeled by the catalogue at `prefix.id`. */
export function optionsFrom(locale: Locale, ids: readonly string[], prefix: string): Option[] {
  return ids.map((id) => ({ value: id, label: label(`${prefix}.${id}`, locale) }));
}

/** People as options, by department. */
export function peopleOptions(people: readonly Person[], org: Organisation, locale: Locale): Option[] {
  return people.map((person) => {
    const department = org.department(person.department);
    const group = department ? { group: nameOf(department.name, locale) } : {};
    return { value: person.id, label: nameOf(person.name, locale), ...group };
  });
}

/** Named items of the organization, such as departments or cause categories, as options. */
export function namedOptions(
  items: readonly { readonly id: string; readonly name: Person['name'] }[],
  locale: Locale,
): Option[] {
  return items.map(({ id, name }) => ({ value: id, label: nameOf(name, locale) }));
}
