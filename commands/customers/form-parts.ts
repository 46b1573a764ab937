import { z } from 'zod';
import type { Field, Form } from '../../src/chat/form.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import { choiceField, optionsFrom } from '../../src/records/declaration/fields.ts';
import { blankable, orNothing } from '../../src/records/shape/answers.ts';
import type { Asker } from './entitled.ts';

/** A customer or project form; `context` says what it is about. */
export function namedForm(
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

/** Whether it is still active. */
export const activeField = ({ locale }: Pick<Asker, 'locale'>, active: boolean): Field =>
  choiceField(
    locale,
    { name: 'active', label: 'served.state', required: true },
    optionsFrom(locale, ['yes', 'no'], 'served.active'),
    active ? 'yes' : 'no',
  );

/** Parts of answers: a name, an id and a day, all optional. */
export const nameAnswer = z.string().trim().min(1).max(120);
export const idAnswer = blankable(60);
export const dayAnswer = orNothing(z.iso.date());
export const activeAnswer = z.enum(['yes', 'no']).default('yes');

/** The item without keys that have no value: a cleared field is removed. */
export function withoutEmpty<Item extends object>(item: Item): Item {
  const kept = Object.entries(item).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Item;
}
