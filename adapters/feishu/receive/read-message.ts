import type { Message } from '../../../src/chat/message.ts';
import type { MessageEvent } from '../schema.ts';
import { nameMentions, readContent } from './read-content.ts';

type Written = MessageEvent['message'];

/** Whether a message is addressed to the bot: everything in a direct conversation, mentions in a group. */
export function isForBot({ chat_type: chat, mentions = [] }: Written, bot: string | undefined): boolean {
  return chat === 'p2p' || mentions.some(({ id }) => bot !== undefined && id.open_id === bot);
}

/**
 * A message to the bot in the port's format. The bot's own mention is removed from the text; others stay as `@name`.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive (2026-11-23)
 */
export function readMessage(
  { message, sender }: MessageEvent,
  bot: string | undefined,
  workspace: string,
  now: Date,
): Message {
  const { message_id: id, chat_id: channel, message_type: type, mentions = [], create_time: at } = message;
  const { text, files, other } = readContent(id, type, message.content, workspace);
  const said = nameMentions(text, mentions, ({ id: mentioned, name }) =>
    bot !== undefined && mentioned.open_id === bot ? null : name,
  );
  return {
    place: { platform: 'feishu', workspace, channel, message: id },
    author: { kind: 'person', userId: sender.sender_id.open_id },
    sentAt: (at === undefined ? now : new Date(Number(at))).toISOString(),
    text: said,
    files: [...files],
    ...(other !== undefined && { other }),
  };
}

/** `/finding new` as noun and text; `/qm ...` and anything else have no noun of their own. */
export function readCommand(said: string, nouns: readonly string[]): { noun: string | null; text: string } {
  const [, word = '', rest = ''] = /^[/／](\S+)\s*([\s\S]*)$/u.exec(said) ?? [];
  const name = word.normalize('NFKC').toLowerCase();
  if (name === 'qm') return { noun: null, text: rest.trim() };
  const noun = nouns.find((candidate) => candidate.toLowerCase() === name);
  return noun === undefined ? { noun: null, text: said } : { noun, text: rest.trim() };
}
