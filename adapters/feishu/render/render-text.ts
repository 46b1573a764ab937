import type { Inline, Text } from '../../../src/chat/text.ts';
import { dialledBy } from '../../../src/chat/text.ts';
import type { Div, LarkMd, PlainText } from './card-json.ts';

type Look = 'normal' | 'note' | 'error' | 'heading';

/** All ASCII characters that could be markup, and the ampersand that begins an entity. Letters, digits, comma and spaces stay. */
const markup = /[!-+\-./:-@[-`{-~]/g;

/** Bidirectional overrides and control characters: invisible, they could change how our text beside them reads. */
const unseen = /[^\P{Cc}\n\t]|\p{Bidi_Control}/gu;

/** A valid mention: an open_id, and never `all`. */
const openId = /^ou_[A-Za-z0-9_-]{1,64}$/;

/** Text safe to display: well-formed, without characters that disturb their neighbors. */
export function cleanWords(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(unseen, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * Escapes text so that `lark_md` shows it literally: every character that could be markup becomes `&#number;`.
 * https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/content-components/rich-text
 * ("Special Character Escaping", 2026-11-23)
 */
export function escapeLarkMd(words: string): string {
  return cleanWords(words).replace(markup, (character) => `&#${character.charCodeAt(0)};`);
}

/** The first `most` characters; an ellipsis marks a truncation. */
export function shorten(words: string, most: number): string {
  const characters = Array.from(cleanWords(words));
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

/** Bold, line by line and trimmed, since Feishu ignores the markers next to spaces. */
function embolden(words: string): string {
  return words.replace(/[^\n]+/g, (line) => {
    const inner = line.trim();
    if (inner === '') return line;
    const start = line.indexOf(inner);
    return `${line.slice(0, start)}**${escapeLarkMd(inner)}**${line.slice(start + inner.length)}`;
  });
}

/**
 * A link to the web, or a number that dials when tapped on a phone (`tel://`; on a desktop it stays text). Any other scheme is plain text.
 * Not tried on a Feishu client.
 * https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/content-components/rich-text (2026-11-25)
 */
function renderLink(words: string, url: string): string {
  const dialled = dialledBy(url);
  if (dialled !== null) return `[${escapeLarkMd(words)}](tel://${dialled})`;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return escapeLarkMd(words);
  const safe = address.href.replace(
    /[^A-Za-z0-9\-._~:/?#@!$&+,;=%[\]]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  return `[${escapeLarkMd(words)}](${safe.replace(/[[\]]/g, encodeURIComponent)})`;
}

function renderInline(piece: Inline): string {
  switch (piece.kind) {
    case 'plain':
      return escapeLarkMd(piece.text);
    case 'bold':
      return embolden(cleanWords(piece.text));
    case 'person':
      return piece.userId !== undefined && openId.test(piece.userId)
        ? `<at id=${piece.userId}></at>`
        : escapeLarkMd(piece.name);
    case 'link':
      return renderLink(piece.text, piece.url);
    default:
      return piece satisfies never;
  }
}

/** Text as the content of a `lark_md`: user text is escaped, only typed pieces become markup. */
export const renderLarkMd = (text: Text): string => text.map(renderInline).join('');

const sizes = { normal: 'normal', note: 'notation', error: 'normal', heading: 'heading' } as const;
const colors = { note: 'grey', error: 'red' } as const;

/** Text as one text element: `plain_text`, which knows no markup, unless a piece needs some. */
export function renderText(text: Text, look: Look = 'normal'): PlainText | LarkMd {
  const size = look === 'normal' ? {} : { text_size: sizes[look] };
  const color = look === 'note' || look === 'error' ? colors[look] : undefined;
  if (text.every((piece) => piece.kind === 'plain')) {
    const content = text.map((piece) => cleanWords(piece.text)).join('');
    return { tag: 'plain_text', content, ...size, ...(color && { text_color: color }) };
  }
  const content = renderLarkMd(text);
  // `text_color` has no effect on lark_md.
  return { tag: 'lark_md', content: color ? `<font color='${color}'>${content}</font>` : content, ...size };
}

/** Text as a paragraph of a card. */
export const renderParagraph = (text: Text, look: Look = 'normal'): Div => ({
  tag: 'div',
  text: renderText(text, look),
});
