import type { Locale } from '../i18n/locale.ts';
import type { Card } from './card.ts';
import type { FileRef } from './file-ref.ts';
import type { Interaction, Place, Platform } from './interaction.ts';
import type { Message } from './message.ts';
import type { OutFile } from './out-file.ts';
import type { Reply } from './reply.ts';

/** The target of a card: a channel by the platform's id, or a person, in a direct message, by their user id. */
export type Target =
  | { readonly kind: 'channel'; readonly channel: string }
  | { readonly kind: 'user'; readonly userId: string };

/** The outcome of a send. Only `unknown` leaves open whether the message exists. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly place: Place }
  /** Definitely not sent; retry, but not before `afterMs`. `scope` says what must wait: this channel or the whole workspace. */
  | {
      readonly outcome: 'later';
      readonly afterMs: number;
      readonly scope: 'channel' | 'workspace';
      readonly reason: string;
    }
  /** Definitely not sent, and retrying will not help (no such channel, card refused ...). */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Possibly sent: the response was lost, late or unreadable. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/** The outcome of a refresh. A refresh may always be repeated. */
export type RefreshOutcome =
  | { readonly outcome: 'done' }
  | {
      readonly outcome: 'later';
      readonly afterMs: number;
      readonly scope: 'channel' | 'workspace';
      readonly reason: string;
    }
  /** The message is deleted or too old: the place is of no more use. */
  | { readonly outcome: 'gone'; readonly reason: string };

/** The result of looking up an earlier send. */
export type LookUp =
  | { readonly found: 'yes'; readonly place: Place }
  | { readonly found: 'no' }
  /** The platform cannot say. */
  | { readonly found: 'unclear'; readonly reason: string };

/** The result of requesting a file that a platform keeps. */
export type Download =
  /** Its content as it arrives; fails if it breaks off. Must be read to the end, or closed. */
  | { readonly outcome: 'stream'; readonly content: AsyncIterable<Uint8Array> }
  /** Not now; ask again, but not before `afterMs`. */
  | { readonly outcome: 'later'; readonly afterMs: number; readonly reason: string }
  /** It is deleted, or the bot has no access: asking again will not help. */
  | { readonly outcome: 'gone'; readonly reason: string };

/** What a platform says about a user; one whose `kind` is not `member` is never matched to a person by e-mail or mobile. */
export interface PlatformUser {
  readonly userId: string;
  readonly name: string;
  readonly kind: 'member' | 'guest' | 'external' | 'bot';
  readonly email?: string;
  readonly mobile?: string;
}

/** The handler of interactions: the router. It answers within the platform's three seconds and does not throw. */
export type InteractionHandler = (interaction: Interaction) => Promise<Reply>;

/**
 * Takes an interaction that nobody is waiting for: stored once by its id, to be processed later. Settles when it is safely stored, and only then may
 * the platform get its acknowledgment; rejects as the database does.
 */
export type InteractionInbox = (interaction: Interaction) => Promise<void>;

/** The result of reading messages. */
export type MessageReading =
  /** One message, or the messages that it forwards. */
  | { readonly found: 'yes'; readonly messages: readonly Message[] }
  /** It is deleted, or the bot may not see it. */
  | { readonly found: 'no'; readonly because: 'deleted' | 'hidden' }
  /** The platform is not responding at the moment. */
  | { readonly found: 'unclear'; readonly reason: string };

/**
 * A chat platform as the outbox and the router see it. One adapter serves one workspace. Nothing here retries: the outbox does, and it knows what has
 * been tried.
 */
export interface ChatAdapter {
  readonly platform: Platform;
  readonly workspace: string;
  /** How long a message can be refreshed, in milliseconds, with a safety margin; undefined: forever. */
  readonly refreshableForMs?: number;
  /** The maximum size of a file that can be sent, in bytes; undefined: more than anything we store. */
  readonly largestFile?: number;
  /** Starts passing interactions to the handler it was created with. */
  start(): Promise<void>;
  /** Stops taking interactions, and waits for those in progress. */
  stop(): Promise<void>;
  /**
   * Posts a card. `key` is the effect's unique key; a second call with the same key must not post twice if the platform can prevent it. Never throws
   * because of the platform or the network.
   */
  post(target: Target, card: Card, key: string, locale: Locale): Promise<SendOutcome>;
  /**
   * Posts the answer to an interaction that nobody was waiting for, as a message of its own; otherwise like `post`. A form that the platform cannot
   * put into a message becomes a button, which requests the form's action with its context.
   */
  say(target: Target, reply: Reply, key: string, locale: Locale): Promise<SendOutcome>;
  /**
   * Sends a file; otherwise like `post`. Its name contains the key's mark (`fileMark`), by which a look-up finds it on platforms that keep nothing
   * else with it.
   */
  postFile(target: Target, file: OutFile, key: string, locale: Locale): Promise<SendOutcome>;
  /** Redraws a card in its place. */
  refresh(place: Place, card: Card, locale: Locale): Promise<RefreshOutcome>;
  /** Whether a post with this key exists, sent no earlier than `since`. */
  lookUp(target: Target, key: string, since: Date): Promise<LookUp>;
  /** Reads the message at a place, or the messages that it forwards. Absent if the platform does not let the bot read messages. */
  read?(place: Place): Promise<MessageReading>;
  /** Draws a person's own page. Absent if the platform has none. */
  showHome?(userId: string, reply: Reply, locale: Locale): Promise<RefreshOutcome>;
  /**
   * Requests the content of a file whose reference this adapter made. Never throws because of the platform or the network; a download in progress
   * ends when `signal` is aborted.
   */
  download(file: FileRef, signal: AbortSignal): Promise<Download>;
  /** What the platform knows about a user; null if there is no such user, or if it does not respond. */
  user(userId: string): Promise<PlatformUser | null>;
}

/** A person whose account is being looked for: their e-mail address and mobile number (`+` and digits), as far as known. */
export interface WantedUser {
  /** Our own id, returned with the answer. */
  readonly id: string;
  readonly email?: string;
  readonly mobile?: string;
}

/** What a platform's directory says about a person. */
export type DirectoryAnswer =
  | { readonly found: 'user'; readonly userId: string; readonly by: 'email' | 'mobile' }
  | { readonly found: 'no'; readonly because: 'notFound' | 'deactivated' | 'guest' | 'external' | 'ambiguous' };

/** A platform's directory of users, for the command line. */
export interface UserDirectory {
  readonly platform: Platform;
  readonly workspace: string;
  /**
   * The accounts of these people, each under our id. Waits as the platform's rate limits require. Fails with the platform's error if it does not
   * respond or denies access.
   */
  find(wanted: readonly WantedUser[]): Promise<ReadonlyMap<string, DirectoryAnswer>>;
}
