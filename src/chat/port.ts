import type { Locale } from '../i18n/locale.ts';
import type { Card } from './card.ts';
import type { FileRef } from './file-ref.ts';
import type { Interaction, Place, Platform } from './interaction.ts';
import type { Message } from './message.ts';
import type { OutFile } from './out-file.ts';
import type { Reply } from './reply.ts';

/** Whom a card is sent to: a channel by the platform's id, or a person, in a direct message, by their user id. */
export type Target =
  | { readonly kind: 'channel'; readonly channel: string }
  | { readonly kind: 'user'; readonly userId: string };

/** What became of a send. Only `unknown` leaves open whether the message stands. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly place: Place }
  /** Surely not sent; to be tried again, not before `afterMs`. `scope` says who must wait: this channel or the whole workspace. */
  | {
      readonly outcome: 'later';
      readonly afterMs: number;
      readonly scope: 'channel' | 'workspace';
      readonly reason: string;
    }
  /** Surely not sent, and trying again will not help (no such channel, card refused ...). */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Perhaps sent: the answer was lost, late or unreadable. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/** What became of a refresh. A refresh may always be repeated. */
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

/** What a look-up of an earlier send found. */
export type LookUp =
  | { readonly found: 'yes'; readonly place: Place }
  | { readonly found: 'no' }
  /** The platform cannot say. */
  | { readonly found: 'unclear'; readonly reason: string };

/** What came of asking for a file that a platform keeps. */
export type Download =
  /** Its content as it arrives; fails when it breaks off. To be read to its end, or closed. */
  | { readonly outcome: 'stream'; readonly content: AsyncIterable<Uint8Array> }
  /** Not now; to be asked again, not before `afterMs`. */
  | { readonly outcome: 'later'; readonly afterMs: number; readonly reason: string }
  /** It is deleted, or not for the bot to have: asking again will not help. */
  | { readonly outcome: 'gone'; readonly reason: string };

/** What a platform says of a user; `kind` other than `member` is never matched to a person by e-mail or mobile. */
export interface PlatformUser {
  readonly userId: string;
  readonly name: string;
  readonly kind: 'member' | 'guest' | 'external' | 'bot';
  readonly email?: string;
  readonly mobile?: string;
}

/** What happens to an interaction: the router. It answers within the platform's three seconds and does not throw. */
export type InteractionHandler = (interaction: Interaction) => Promise<Reply>;

/**
 * What happens to an interaction that nobody waits for: it is kept, once for its id, to be worked off afterwards. Settles when
 * it is safe, and only then may the platform be told that it came; rejects as the database does.
 */
export type InteractionInbox = (interaction: Interaction) => Promise<void>;

/** What reading messages found. */
export type MessageReading =
  /** One message, or those that it forwards. */
  | { readonly found: 'yes'; readonly messages: readonly Message[] }
  /** It is deleted, or the bot may not see it. */
  | { readonly found: 'no'; readonly because: 'deleted' | 'hidden' }
  /** The platform does not answer now. */
  | { readonly found: 'unclear'; readonly reason: string };

/**
 * A chat platform as the outbox and the router see it. One adapter serves one workspace.
 * Nothing here retries: the outbox does, and it knows what has been tried.
 */
export interface ChatAdapter {
  readonly platform: Platform;
  readonly workspace: string;
  /** How long a message can be refreshed, in milliseconds, with a safe margin; undefined: for ever. */
  readonly refreshableForMs?: number;
  /** The most bytes of a file that can be sent; undefined: more than anything we keep. */
  readonly largestFile?: number;
  /** Starts to hand interactions to the handler it was made with. */
  start(): Promise<void>;
  /** Stops taking interactions, waits for those under way. */
  stop(): Promise<void>;
  /**
   * Posts a card. `key` is the effect's unique key; a second call with the same key must not post twice where the platform
   * can prevent it. Never throws for what the platform or the network did.
   */
  post(target: Target, card: Card, key: string, locale: Locale): Promise<SendOutcome>;
  /**
   * Posts the answer to something that nobody waited for, as a message of its own; otherwise like `post`. A form that the
   * platform cannot put into a message is a button there, which asks for the form's action with its context.
   */
  say(target: Target, reply: Reply, key: string, locale: Locale): Promise<SendOutcome>;
  /**
   * Sends a file; otherwise like `post`. Its name holds the key's mark (`fileMark`), by which a look-up finds it again where
   * the platform keeps nothing else with it.
   */
  postFile(target: Target, file: OutFile, key: string, locale: Locale): Promise<SendOutcome>;
  /** Redraws a card in its place. */
  refresh(place: Place, card: Card, locale: Locale): Promise<RefreshOutcome>;
  /** Whether a post with this key stands, sent no earlier than `since`. */
  lookUp(target: Target, key: string, since: Date): Promise<LookUp>;
  /** Reads the message at a place, or the ones that it forwards. Absent where the platform shows the bot none. */
  read?(place: Place): Promise<MessageReading>;
  /** Draws the page that is a person's alone. Absent where the platform has none. */
  showHome?(userId: string, reply: Reply, locale: Locale): Promise<RefreshOutcome>;
  /**
   * Asks for the content of a file that this adapter made the reference to. Never throws for what the platform or the network
   * did; what has begun to arrive ends when `signal` says so.
   */
  download(file: FileRef, signal: AbortSignal): Promise<Download>;
  /** What the platform knows of a user; null when there is none, or when it does not answer. */
  user(userId: string): Promise<PlatformUser | null>;
}

/** Somebody whose account is wanted: their address and mobile number (`+` and digits), as far as they are known. */
export interface WantedUser {
  /** Our own id, which comes back with the answer. */
  readonly id: string;
  readonly email?: string;
  readonly mobile?: string;
}

/** What a platform's directory says of somebody. */
export type DirectoryAnswer =
  | { readonly found: 'user'; readonly userId: string; readonly by: 'email' | 'mobile' }
  | { readonly found: 'no'; readonly because: 'notFound' | 'deactivated' | 'guest' | 'external' | 'ambiguous' };

/** A platform's directory of users, as the command line asks it. */
export interface UserDirectory {
  readonly platform: Platform;
  readonly workspace: string;
  /**
   * The accounts of these people, each under our id. Waits as the platform's rate limits ask. Fails with the platform's error
   * when it does not answer, or may not be asked.
   */
  find(wanted: readonly WantedUser[]): Promise<ReadonlyMap<string, DirectoryAnswer>>;
}
