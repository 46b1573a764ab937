import type { PlainTextElement, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { Inline, Text } from '../../../src/chat/text.ts';
import { dialledBy, toPlainText } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';

const UNDISPLAYABLE = /[\p{Surrogate}\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/**
 * User text safe to display: lone surrogates, which UTF-8 cannot encode, become U+FFFD; control characters
 * and marks that change the direction of surrounding text (U+202A-202E, U+2066-2069) are removed.
 */
export function displayable(text: string): string {
  if (!UNDISPLAYABLE.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : ''));
}

/** The first `length` code units, never half a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** At most `length` code units; an ellipsis marks a truncation. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${cut(text, length - 1).trimEnd()}…`;
}

/** What is shown for empty text: Slack rejects it. */
const NOTHING = '—';

/** Plain text, never empty, for places without markup. Emoji codes stay as they were typed. */
export function plainText(text: string, length: number): PlainTextElement {
  return { type: 'plain_text', text: shorten(displayable(text).trim() || NOTHING, length), emoji: false };
}

/**
 * Text for a message's `text`, which is shown in notifications and which Slack parses as mrkdwn: escaped so that it cannot mention
 * or link. https://docs.slack.dev/messaging/formatting-message-text#escaping (2026-11-23)
 */
export function notificationText(text: string): string {
  const short = shorten(displayable(text).trim() || NOTHING, limits.notification);
  return short.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * Text as rich text elements, whose content Slack takes literally: only a piece's kind can mention, link or format.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block (2026-11-23)
 * Beyond `length` code units it says how many are left out.
 */
export function richText(text: Text, length: number, locale: Locale): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let room: number = length;
  let missing = 0;
  for (const piece of text) {
    const whole = displayable(toPlainText([piece]));
    const shown = whole.length <= room ? whole : cut(whole, room);
    room -= shown.length;
    missing += whole.length - shown.length;
    const element = shown === '' ? null : inlineElement(piece, shown, shown === whole);
    if (element) elements.push(element);
  }
  if (missing > 0) elements.push(moreCharacters(missing, locale));
  return elements.length > 0 ? elements : [{ type: 'text', text: NOTHING }];
}

function moreCharacters(count: number, locale: Locale): RichTextElement {
  return { type: 'text', text: translate(locale, 'slack.moreCharacters', { count }), style: { italic: true } };
}

function inlineElement(piece: Inline, shown: string, whole: boolean): RichTextElement {
  switch (piece.kind) {
    case 'plain':
      return { type: 'text', text: shown };
    case 'bold':
      return { type: 'text', text: shown, style: { bold: true } };
    case 'person':
      return whole && isUserId(piece.userId) ? { type: 'user', user_id: piece.userId } : { type: 'text', text: shown };
    case 'link':
      // Slack's own composer makes such a link from a number; tapping it dials.
      return isWebAddress(piece.url) || dialledBy(piece.url) !== null
        ? { type: 'link', url: piece.url, text: shown }
        : { type: 'text', text: shown };
    default:
      return piece satisfies never;
  }
}

/** Slack rejects a whole message for one id it does not know. */
function isUserId(id: string | undefined): id is string {
  return id !== undefined && /^[UW][A-Z0-9]+$/.test(id);
}

function isWebAddress(url: string): boolean {
  return url.length <= limits.url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** A block of rich text from its parts. */
export function richTextOf(...elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}

/** A paragraph of rich text. */
export function section(elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}
