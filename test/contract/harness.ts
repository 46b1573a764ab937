import type { Interaction, Place } from '../../src/chat/interaction.ts';
import type { ChatAdapter, InteractionHandler } from '../../src/chat/port.ts';

/** What somebody fills into a form, by field name. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** What a person has before them, and nobody else has. */
export interface Sight {
  /** Toasts and private cards, oldest first, each as its text. */
  readonly told: readonly string[];
  /** The open form as its text, with what is filled in and what is wrong; null when none is open. */
  readonly form: string | null;
}

/** Something a person did; `again` delivers it once more, as a platform does that got no answer. */
export interface Act {
  /** From the act to the answer that the platform waits for, in milliseconds. */
  readonly tookMs: number;
  again(): Promise<void>;
}

/** One platform with its adapter, a member who uses it, and a handler of the test's own on the other side of the port. */
export interface Harness {
  readonly adapter: ChatAdapter;
  /** What came through the port. */
  readonly interactions: readonly Interaction[];
  /** The platform's ids of a channel that the bot is in, and of one that there is none of. */
  readonly channel: string;
  readonly noChannel: string;
  readonly people: {
    readonly member: string;
    readonly external: string;
    readonly guest?: string;
    readonly nobody: string;
  };
  answerWith(handler: InteractionHandler): void;
  /** The member says something to the bot. */
  say(text: string): Promise<Act>;
  /** The member presses the button with this label on a card in the channel. */
  press(place: Place, label: string): Promise<Act>;
  /** The member fills in the open form and hands it in. */
  submit(filled: Filled): Promise<Act>;
  sight(): Promise<Sight>;
  /** The cards in the channel as their texts, oldest first. */
  standing(): Promise<readonly string[]>;
  /** Everything in a card of the channel that mentions, links or formats. */
  marksOf(place: Place): Promise<readonly string[]>;
  /** The member writes in the channel, to nobody in particular; absent where the bot is shown no messages. */
  write?(text: string): Promise<Place>;
  /** What stands on the member's own page; absent where there is none. */
  home?(): Promise<string>;
  /** Somebody deletes the message. */
  remove(place: Place): Promise<void>;
  readonly close: () => Promise<void>;
}

/** What the platforms promise differently. */
export interface Platform {
  readonly name: string;
  /** A second post under one key is the first one. */
  readonly postsOnce: boolean;
  /** The bot may read what people write; else a message comes with whatever somebody does with it. */
  readonly reads: boolean;
  /** People have a page of their own. */
  readonly hasHome: boolean;
  /** The platform waits three seconds for an answer. */
  readonly hurries: boolean;
  /** What a person reads, in Chinese, whose answer is not there yet. */
  readonly busy: RegExp;
  readonly open: () => Promise<Harness>;
  /** Lets the next post go wrong; absent where there is no network between. */
  readonly faults?: {
    readonly limit: (harness: Harness, seconds: number) => void;
    readonly dropAfter: (harness: Harness) => void;
  };
}

/** Measures an act. */
export async function timed<T>(act: () => Promise<T>): Promise<{ readonly result: T; readonly tookMs: number }> {
  const begun = performance.now();
  const result = await act();
  return { result, tookMs: performance.now() - begun };
}
