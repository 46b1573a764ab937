import { type MessageEvent, postContentSchema, textContentSchema } from './schema.ts';

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** What was written, with placeholders for mentions; null for a message that is no text. */
function textOf({ message_type: type, content }: MessageEvent['message']): string | null {
  if (type === 'text') return textContentSchema.safeParse(parse(content)).data?.text ?? null;
  if (type !== 'post') return null;
  const post = postContentSchema.safeParse(parse(content)).data;
  if (!post) return null;
  const lines = post.content.map((line) =>
    line.map((part) => (part.tag === 'at' ? ` ${part.user_id ?? ''} ` : (part.text ?? ''))).join(''),
  );
  return [post.title, ...lines].filter((line) => line !== '').join('\n');
}

/**
 * What somebody said to the bot, or null when it was not said to the bot or is no text. In a group only what mentions it
 * counts. The bot's own mention is taken out; others stay as `@name`.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive (2026-11-23)
 */
export function readMessage(message: MessageEvent['message'], bot: string | undefined): string | null {
  const text = textOf(message);
  if (text === null) return null;
  const { mentions = [] } = message;
  const isBot = ({ id }: (typeof mentions)[number]) => bot !== undefined && id.open_id === bot;
  if (message.chat_type !== 'p2p' && !mentions.some(isBot)) return null;
  // Longest first: `@_user_1` is the beginning of `@_user_10`.
  const inOrder = mentions.toSorted((a, b) => b.key.length - a.key.length);
  const said = inOrder.reduce(
    (words, mention) => words.replaceAll(mention.key, () => (isBot(mention) ? ' ' : `@${mention.name}`)),
    text,
  );
  return said.replace(/[ \t]+/g, ' ').trim();
}

/** `/finding new` as noun and text; `/qm ...` and anything else have no noun of their own. */
export function readCommand(said: string, nouns: readonly string[]): { noun: string | null; text: string } {
  const [, word = '', rest = ''] = /^[/／](\S+)\s*([\s\S]*)$/u.exec(said) ?? [];
  const name = word.normalize('NFKC').toLowerCase();
  if (name === 'qm') return { noun: null, text: rest.trim() };
  const noun = nouns.find((candidate) => candidate.toLowerCase() === name);
  return noun === undefined ? { noun: null, text: said } : { noun, text: rest.trim() };
}
