import { z } from 'zod';
import type { Field, Form } from '../../src/chat/form.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import { choiceField, optionsFrom } from '../../src/records/fields.ts';
import type { Asker } from './entitled.ts';

/** A form of this room; `context` says what it is about. */
export function servedForm(
  id: string,
  title: MessageKey,
  fields: readonly Field[],
  about: Form['context'],
  { locale }: Pick<Asker, 'locale'>,
): Form {
  return {
    id,
    title: translate(locale, title),
    submit: translate(locale, 'common.submit'),
    cancel: translate(locale, 'common.cancel'),
    fields,
    context: about,
  };
}

/** Whether it is still served. */
export const activeField = ({ locale }: Pick<Asker, 'locale'>, active: boolean): Field =>
  choiceField(
    locale,
    { name: 'active', label: 'served.state', required: true },
    optionsFrom(locale, ['yes', 'no'], 'served.active'),
    active ? 'yes' : 'no',
  );

/** Parts of answers: a name, one that may be left out, a line that may, a day that may. */
export const nameAnswer = z.string().trim().min(1).max(120);
export const lineAnswer = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .transform((said) => (said === '' ? undefined : said));
export const idAnswer = z
  .string()
  .max(60)
  .optional()
  .transform((said) => (said === '' ? undefined : said));
export const dayAnswer = z
  .union([z.literal(''), z.iso.date()])
  .optional()
  .transform((said) => (said === '' ? undefined : said));
export const activeAnswer = z.enum(['yes', 'no']).default('yes');

/** The item without the keys that have no value: what was emptied is forgotten. */
export function withoutEmpty<Item extends object>(item: Item): Item {
  const kept = Object.entries(item).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Item;
}
