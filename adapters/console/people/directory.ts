import type { Locale } from '../../../src/i18n/locale.ts';

/** A name in every language the console speaks. */
export type LocalName = Readonly<Record<Locale, string>>;

/** Somebody the visitor may choose to be. */
export interface ConsolePerson {
  readonly userId: string;
  readonly name: LocalName;
  /** Role or position, as one line. */
  readonly title: LocalName;
  readonly department: LocalName;
  readonly locale: Locale;
}

/** A channel of the console. */
export interface ConsoleChannel {
  readonly id: string;
  readonly name: LocalName;
  /** What the channel is for, in a line. */
  readonly purpose?: LocalName;
}

/** A command offered in the menu and while typing. */
export interface ConsoleCommand {
  /** As typed, `/finding new`. */
  readonly command: string;
  readonly label: LocalName;
  /** More words are to follow the command: it is put into the input instead of being run. */
  readonly takesText?: boolean;
}

/** The user id of the stranger: somebody who is on the platform and whom the organisation does not know. */
export const STRANGER = 'stranger';

const directPrefix = 'direct:';

/** The id of a person's direct conversation with the bot; `Place.channel` of what is posted there. */
export const directSpace = (userId: string): string => `${directPrefix}${userId}`;

/** Whether a space is a direct conversation, anybody's. */
export const isDirect = (space: string): boolean => space.startsWith(directPrefix);
