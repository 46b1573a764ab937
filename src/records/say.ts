import { z } from 'zod';
import { formatDay, formatInstant } from '../calendar/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { isMessageKey, type MessageKey, translate } from '../i18n/translate.ts';
import { nameOf, type Organisation } from '../org/organisation.ts';

/** A value inside a message that is put into words only where the message is shown: in that language, at that zone. */
export const sayParamSchema = z.union([
  z.string(),
  z.number(),
  z.object({ person: z.string() }),
  z.object({ people: z.array(z.string()) }),
  z.object({ instant: z.string() }),
  z.object({ day: z.string() }),
  z.object({ message: z.string() }),
  z.object({ messages: z.array(z.string()) }),
]);
export type SayParam = z.infer<typeof sayParamSchema>;

/** A message that is not yet in any language. */
export const localizedSchema = z.object({ key: z.string(), params: z.record(z.string(), sayParamSchema).optional() });

/** A message that is not yet in any language: a key of the catalogue and its values. */
export interface LocalizedMessage {
  readonly key: MessageKey;
  readonly params?: Readonly<Record<string, SayParam>>;
}

/** What is needed to put a saying into words: the language, the names, and the zone of its times. */
export interface Speech {
  readonly locale: Locale;
  readonly org: Organisation;
  readonly zone: string;
}

/** Puts a saying into words. */
export function say({ key, params = {} }: LocalizedMessage, speech: Speech): string {
  const said = Object.entries(params).map(([name, value]) => [name, sayParam(value, speech)] as const);
  return translate(speech.locale, key, Object.fromEntries(said));
}

/** A saying that was stored; undefined when its key is no longer in the catalogue. */
export function readLocalized({ key, params }: z.infer<typeof localizedSchema>): LocalizedMessage | undefined {
  return isMessageKey(key) ? { key, ...(params && { params }) } : undefined;
}

/** A stored saying in words; empty when its key is no longer in the catalogue. */
export function sayStored(stored: z.infer<typeof localizedSchema>, speech: Speech): string {
  const saying = readLocalized(stored);
  return saying ? say(saying, speech) : '';
}

function sayParam(value: SayParam, speech: Speech): string | number {
  const { locale, zone } = speech;
  if (typeof value !== 'object') return value;
  if ('person' in value) return personName(value.person, speech);
  if ('people' in value) return namesOf(value.people, speech);
  if ('instant' in value) return formatInstant(new Date(value.instant), zone, locale);
  if ('day' in value) return formatDay(value.day, locale);
  if ('messages' in value) {
    return value.messages.map((key) => label(key, locale)).join(translate(locale, 'common.listSeparator'));
  }
  return label(value.message, locale);
}

/** A message whose key was put together at run time, such as a state's name; an unknown key is shown as it is. */
export function label(key: string, locale: Locale): string {
  return isMessageKey(key) ? translate(locale, key) : key;
}

/** A person's name; the id of somebody who was never in the organisation. */
export function personName(id: string, { org, locale }: Pick<Speech, 'org' | 'locale'>): string {
  const person = org.person(id);
  return person ? nameOf(person.name, locale) : id;
}

/** At most three names, then how many more. */
function namesOf(ids: readonly string[], speech: Speech): string {
  const { locale } = speech;
  const names = ids.slice(0, 3).map((id) => personName(id, speech));
  const listed = names.join(translate(locale, 'common.listSeparator'));
  return ids.length > 3 ? translate(locale, 'common.andMore', { listed, count: ids.length - 3 }) : listed;
}
