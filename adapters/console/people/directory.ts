import type { Locale } from '../../../src/i18n/locale.ts';

/** A name in every language the console speaks. */
export type LocalName = Readonly<Record<Locale, string>>;

/** A person the visitor may act as. */
export interface ConsolePerson {
  readonly userId: string;
  readonly name: LocalName;
  /** Role or position, in one line. */
  readonly title: LocalName;
  readonly department: LocalName;
  readonly locale: Locale;
}

/** A channel of the console. */
export interface ConsoleChannel {
  readonly id: string;
  readonly name: LocalName;
  /** The channel's purpose, in one line. */
  readonly purpose?: LocalName;
}

/** A command offered in the menu and as a completion. */
export interface ConsoleCommand {
  /** As typed, `/finding new`. */
  readonly command: string;
  readonly label: LocalName;
  /** The command takes arguments: it is put into the input instead of being run. */
  readonly takesText?: boolean;
}

/** The user id of the stranger: a user of the platform who is not in the organization. */
export const STRANGER = 'stranger';

const directPrefix = 'direct:';

/** The id of a person's direct conversation with the bot; `Place.channel` of what is posted there. */
export const directSpace = (userId: string): string => `${directPrefix}${userId}`;

/** Whether a space is a direct conversation. */
export const isDirect = (space: string): boolean => space.startsWith(directPrefix);
