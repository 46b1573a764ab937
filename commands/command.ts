import type { z } from 'zod';
import type { Answers } from '../src/chat/form.ts';
import type { Interaction } from '../src/chat/interaction.ts';
import type { Reply } from '../src/chat/reply.ts';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageKey } from '../src/i18n/translate.ts';
import type { Context } from './context.ts';

/** A command said to the bot, with the full text. */
export type Said = Extract<Interaction, { kind: 'command' }>;
export type Press = Extract<Interaction, { kind: 'press' }>;
export type Submit = Extract<Interaction, { kind: 'submit' }>;

/** A command's words by language; the first is the one that help and suggestions use. */
export type Spoken = Readonly<Record<Locale, readonly string[]>>;

/** What a user asking for help is about to do. */
export const topics = ['report', 'act', 'find', 'served', 'self'] as const;
export type Topic = (typeof topics)[number];

/** An answer; null if what follows a command's words makes no sense to it. */
type Answer = Reply | null | Promise<Reply | null>;

/** The definition of one thing that users can ask for: by words, by a button or by a form. */
export interface Command<Value = unknown> {
  /** Also the action of its button and the id of its form. It is in cards that were sent long ago, so it must not change. */
  readonly id: `${string}.${string}`;
  /** Words that may be followed by more, as people write them. */
  readonly words?: Spoken;
  /** Words that must not be followed by anything: with more after them it is not this command. */
  readonly phrases?: Spoken;
  /** Accepted words that are never shown: the name of its type in the code. */
  readonly hidden?: Spoken;
  /** What it does, in a few words: used in help, completions and menus. */
  readonly does?: (locale: Locale) => string;
  /** What may follow its words, in the format of a slash command's hint: `[since DAY]` is optional, `NUMBER` is required. */
  readonly takes?: string;
  /** Its section in help; absent if it does the same as another command, or as one of another type. */
  readonly topic?: Topic;
  /** What follows its words in help, so that the example can be sent as it is. */
  readonly example?: Readonly<Record<Locale, string>>;
  /** Its own slash command, without the slash; what follows it is parsed as a command, too. */
  readonly slash?: string;
  /** The value of its button and the context of its form. It comes from outside, and is only a hint. */
  readonly value?: z.ZodType<Value>;
  /** The answer if it holds anything else. */
  readonly stale?: MessageKey;
  /** Answers text; `rest` is what follows the command's own words. */
  readonly say?: (rest: string, said: Said, context: Context) => Answer;
  press?(value: Value, press: Press, context: Context): Reply | Promise<Reply>;
  submit?(answers: Answers, value: Value, submit: Submit, context: Context): Reply | Promise<Reply>;
}

/** A command as declared: its description may be given with it, in both languages, instead of in the catalogs. */
interface Declared<Value> extends Omit<Command<Value>, 'does'> {
  readonly does?: Command['does'] | Readonly<Record<Locale, string>>;
}

/** Declares a command: its handlers receive the parsed value. */
export function command<Value = unknown>({ does, ...declared }: Declared<Value>): Command {
  return { ...declared, ...(does && { does: typeof does === 'function' ? does : (locale) => does[locale] }) };
}

/** Combines nouns with verbs: each noun followed by each verb. */
export function spokenOf(nouns: Spoken, verbs: Spoken): Spoken {
  const all = [...nouns['zh-CN'], ...nouns.en];
  const joined = (first: readonly string[], words: readonly string[]) =>
    words.flatMap((verb) =>
      [...first, ...all.filter((noun) => !first.includes(noun))].map((noun) => `${noun} ${verb}`),
    );
  return { 'zh-CN': joined(nouns['zh-CN'], verbs['zh-CN']), en: joined(nouns.en, verbs.en) };
}
