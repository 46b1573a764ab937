import type { Reply } from '../src/chat/reply.ts';
import type { Said } from './command.ts';
import type { Context } from './context.ts';
import type { CommandTable } from './find-command.ts';
import { showHelp } from './qm/help.ts';
import { sayNumber } from './record/say-number.ts';
import { answerWithSuggestions } from './suggest/answer-with-suggestions.ts';

/** Answers a slash command, or plain text to the bot: a command, a record's number, else suggestions. */
export async function answerSaid(table: CommandTable, said: Said, context: Context): Promise<Reply> {
  const text = `${said.noun ?? ''} ${said.text.replace(/^[/／](?=\S)/, '')}`.trim();
  const own = text.replace(/^qm(\s+|$)/i, '');
  if (own === '') return showHelp(context, table.all);
  const found = table.bySaid(own);
  const answer = found?.command.say
    ? await found.command.say(found.rest, said, context)
    : await sayNumber(own, said, context);
  return answer ?? answerWithSuggestions(text, table.all, context);
}
