import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { ConsoleError } from '../failure.ts';
import { type ConsoleChannel, type ConsolePerson, directSpace, type LocalName, STRANGER } from './directory.ts';

/** The people, channels and commands, supplied by the application; read again each time, since the organization changes. */
export interface Directory {
  readonly people: () => Promise<readonly ConsolePerson[]>;
  readonly channels: () => Promise<readonly ConsoleChannel[]>;
}

/** The person a tab acts as, and the language of the page. */
export interface Viewer {
  readonly userId: string;
  readonly name: string;
  readonly title: string;
  readonly locale: Locale;
}

const bothLanguages = (key: 'console.stranger' | 'console.strangerHint'): LocalName => ({
  'zh-CN': translate('zh-CN', key),
  en: translate('en', key),
});

/** The stranger, as a person. */
const stranger: ConsolePerson = {
  userId: STRANGER,
  name: bothLanguages('console.stranger'),
  title: bothLanguages('console.strangerHint'),
  department: { 'zh-CN': '', en: '' },
  locale: 'zh-CN',
};

/** The visitor with this user id; undefined if there is none. `lang` takes precedence over the person's own language. */
export async function findViewer(directory: Directory, userId: string, lang?: Locale): Promise<Viewer | undefined> {
  const person = userId === STRANGER ? stranger : (await directory.people()).find((one) => one.userId === userId);
  if (person === undefined) return undefined;
  const locale = lang ?? person.locale;
  return { userId, name: person.name[locale], title: person.title[locale], locale };
}

/** The visitor with this user id, if they may be in this space. Throws `ConsoleError` otherwise. */
export async function requireViewer(
  directory: Directory,
  query: { readonly as: string; readonly space?: string; readonly lang?: Locale | undefined },
): Promise<Viewer> {
  const viewer = await findViewer(directory, query.as, query.lang);
  if (viewer === undefined) throw new ConsoleError('unknownPerson', 403);
  if (query.space !== undefined && !(await visibleSpaces(directory, viewer.userId)).has(query.space)) {
    throw new ConsoleError('unknownSpace', 404);
  }
  return viewer;
}

/** Every channel, and the visitor's own conversation with the bot. */
export async function visibleSpaces(directory: Directory, userId: string): Promise<ReadonlySet<string>> {
  const channels = await directory.channels();
  return new Set([...channels.map(({ id }) => id), directSpace(userId)]);
}
