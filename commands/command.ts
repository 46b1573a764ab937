import type { z } from 'zod';
import type { Answers } from '../src/chat/form.ts';
import type { Interaction } from '../src/chat/interaction.ts';
import type { Reply } from '../src/chat/reply.ts';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageKey } from '../src/i18n/translate.ts';
import type { Context } from './context.ts';

/** Something said to the bot, with what was said in full. */
export type Said = Extract<Interaction, { kind: 'command' }>;
export type Press = Extract<Interaction, { kind: 'press' }>;
export type Submit = Extract<Interaction, { kind: 'submit' }>;

/** Words of a command by language; the first is what others are told to say. */
export type Spoken = Readonly<Record<Locale, readonly string[]>>;

/** What somebody is about to do who asks for help. */
export const topics = ['report', 'act', 'find', 'served', 'self'] as const;
export type Topic = (typeof topics)[number];

/** An answer; null where what follows a command's words says nothing to it. */
type Answer = Reply | null | Promise<Reply | null>;

/** Everything there is to know of one thing that people can ask for: by words, by a button or by a form. */
export interface Command<Value = unknown> {
  /** Also the action of its button and the id of its form. It stands in cards that were sent long ago, so it stays as it is. */
  readonly id: `${string}.${string}`;
  /** Words that more may follow, as people write them. */
  readonly words?: Spoken;
  /** Words that nothing may follow: with more behind them they are not this command's. */
  readonly phrases?: Spoken;
  /** Other words for it, which nobody is told: the name of its type in the code. */
  readonly hidden?: Spoken;
  /** What it does, in a few words: help, completion and menus say so. */
  readonly does?: (locale: Locale) => string;
  /** What may follow its words, as the hint of a slash command writes it: `[since DAY]` may be left out, `NUMBER` may not. */
  readonly takes?: string;
  /** Where help lists it; left out for what says the same as another command, or the same of another type. */
  readonly topic?: Topic;
  /** What follows its words in help, so that it can be said as it stands there. */
  readonly example?: Readonly<Record<Locale, string>>;
  /** A slash command of its own, without the slash; what is said behind it are commands, too. */
  readonly slash?: string;
  /** What the value of its button and the context of its form hold. They come from outside, and are a hint and no more. */
  readonly value?: z.ZodType<Value>;
  /** What is answered where they hold anything else. */
  readonly stale?: MessageKey;
  /** Answers words; `rest` is what follows the command's own. */
  readonly say?: (rest: string, said: Said, context: Context) => Answer;
  press?(value: Value, press: Press, context: Context): Reply | Promise<Reply>;
  submit?(answers: Answers, value: Value, submit: Submit, context: Context): Reply | Promise<Reply>;
}

/** A command as it is declared: what it does may stand beside it, in both languages, instead of in the catalogues. */
interface Declared<Value> extends Omit<Command<Value>, 'does'> {
  readonly does?: Command['does'] | Readonly<Record<Locale, string>>;
}

/** Declares a command: what it is given is what its value's schema makes of it. */
export function command<Value = unknown>({ does, ...declared }: Declared<Value>): Command {
  return { ...declared, ...(does && { does: typeof does === 'function' ? does : (locale) => does[locale] }) };
}

/** The words for something with the words for what is done with it behind each of them. */
export function spokenOf(nouns: Spoken, verbs: Spoken): Spoken {
  const all = [...nouns['zh-CN'], ...nouns.en];
  const joined = (first: readonly string[], words: readonly string[]) =>
    words.flatMap((verb) =>
      [...first, ...all.filter((noun) => !first.includes(noun))].map((noun) => `${noun} ${verb}`),
    );
  return { 'zh-CN': joined(nouns['zh-CN'], verbs['zh-CN']), en: joined(nouns.en, verbs.en) };
}
