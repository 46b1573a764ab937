import { z } from 'zod';
import { formatDay, formatInstant } from '../calendar/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { isMessageKey, type MessageKey, translate } from '../i18n/translate.ts';
import { nameOf, type Organisation } from '../org/organisation.ts';

/** A message parameter that is rendered only when shown: in the reader's language and zone. */
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

/** A message independent of language. */
export const localizedSchema = z.object({ key: z.string(), params: z.record(z.string(), sayParamSchema).optional() });

/** A message independent of language: a catalogue key and its parameters. */
export interface LocalizedMessage {
  readonly key: MessageKey;
  readonly params?: Readonly<Record<string, SayParam>>;
}

/** The context for rendering a message: language, names, and time zone. */
export interface Speech {
  readonly locale: Locale;
  readonly org: Organisation;
  readonly zone: string;
}

/** Renders a message. */
export function say({ key, params = {} }: LocalizedMessage, speech: Speech): string {
  const said = Object.entries(params).map(([name, value]) => [name, sayParam(value, speech)] as const);
  return translate(speech.locale, key, Object.fromEntries(said));
}

/** A stored message; undefined if its key is no longer in the catalogue. */
export function readLocalized({ key, params }: z.infer<typeof localizedSchema>): LocalizedMessage | undefined {
  return isMessageKey(key) ? { key, ...(params && { params }) } : undefined;
}

/** A stored message, rendered; empty if its key is no longer in the catalogue. */
export function sayStored(stored: z.infer<typeof localizedSchema>, speech: Speech): string {
  const message = readLocalized(stored);
  return message ? say(message, speech) : '';
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

/** A message whose key is built at run time, such as a state's name; an unknown key is shown as is. */
export function label(key: string, locale: Locale): string {
  return isMessageKey(key) ? translate(locale, key) : key;
}

/** A person's name; the id if they were never in the organization. */
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
