import type { Locale } from '../i18n/locale.ts';
import { cleanDeep, cleanText } from './clean-text.ts';
import type { Interaction } from './interaction.ts';
import type { Message } from './message.ts';
import type { InteractionHandler } from './port.ts';
import type { Reply } from './reply.ts';

type Of<Kind extends Interaction['kind']> = Extract<Interaction, { kind: Kind }>;

/** What answers interactions, once the user is known. `Context` is the caller's: person, language, permissions. */
export interface Handlers<Context> {
  /** Who the user is and what they may use; or the reply to a user without access. */
  contextOf(interaction: Interaction): Promise<{ readonly context: Context } | { readonly reply: Reply }>;
  /** The language of the replies of the other functions. */
  localeOf(context: Context): Locale;
  command(interaction: Of<'command'>, context: Context): Promise<Reply>;
  press(interaction: Of<'press'>, context: Context): Promise<Reply>;
  submit(interaction: Of<'submit'>, context: Context): Promise<Reply>;
  shortcut(interaction: Of<'shortcut'>, context: Context): Promise<Reply>;
  message(interaction: Of<'message'>, context: Context): Promise<Reply>;
  opened(interaction: Of<'opened'>, context: Context): Promise<Reply>;
  /** The reply to an error, which it also logs. `context` is undefined if the error came before it was known. */
  failed(error: unknown, interaction: Interaction, context: Context | undefined): Reply;
}

/** Routes each interaction to its handler, and never throws: an error becomes a reply too. Text is cleaned here, once, before anything looks at it. */
export function createRouter<Context>(handlers: Handlers<Context>): InteractionHandler {
  async function answer(interaction: Interaction, context: Context): Promise<Reply> {
    switch (interaction.kind) {
      case 'command':
        return handlers.command({ ...interaction, text: cleanText(interaction.text).trim() }, context);
      case 'press':
        return handlers.press(interaction, context);
      case 'submit':
        return handlers.submit({ ...interaction, answers: cleanAnswers(interaction.answers) }, context);
      case 'shortcut': {
        const { message, ...rest } = interaction;
        return handlers.shortcut({ ...rest, ...(message && { message: cleanMessage(message) }) }, context);
      }
      case 'message': {
        const { text, message } = interaction;
        const cleaned = { text: cleanText(text).trim(), message: cleanMessage(message) };
        return handlers.message({ ...interaction, ...cleaned }, context);
      }
      case 'opened':
        return handlers.opened(interaction, context);
      default:
        return interaction satisfies never;
    }
  }
  return async (interaction) => {
    let context: Context | undefined;
    try {
      const known = await handlers.contextOf(interaction);
      if ('reply' in known) return known.reply;
      context = known.context;
      return { ...(await answer(interaction, context)), locale: handlers.localeOf(context) };
    } catch (error) {
      return handlers.failed(error, interaction, context);
    }
  };
}

/** A message that is safe to store: its text and names are cleaned. */
export function cleanMessage(message: Message): Message {
  const { author } = message;
  return {
    ...message,
    text: cleanText(message.text).trim(),
    author: { ...author, ...(author.name !== undefined && { name: cleanText(author.name) }) },
    files: message.files.map((file) => ({ ...file, name: cleanText(file.name) })),
  };
}

/** Cleaned answers; a field left blank counts as not answered. */
function cleanAnswers(answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const cleaned = Object.entries(answers).map(([name, value]) => [name, cleanDeep(value)] as const);
  return Object.fromEntries(cleaned.filter(([, value]) => !(typeof value === 'string' && isBlank(value))));
}

/** Text of joiners only, which cleaning keeps, counts as blank too. */
const isBlank = (text: string) => text.replace(/\p{Join_Control}/gu, '').trim() === '';
