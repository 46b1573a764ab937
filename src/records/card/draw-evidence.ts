import { formatInstant } from '../../calendar/format.ts';
import type { Block, Line } from '../../chat/card.ts';
import { bold, plain, type Text } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { siteOf } from '../decide/due.ts';
import type { View } from '../declaration/record-context.ts';
import { personName } from '../say.ts';
import type { Evidence, FileEvidence } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';

/** The number of recent pieces a card shows, and how much of a message and of a file's hash. */
const SHOWN = 5;
const CHARACTERS = 160;
const HASH_LETTERS = 8;

/**
 * The messages and files that support a record, newest last: author, time and link; for each file its type, who added it and when, with a button to
 * open it.
 */
export function evidenceBlocks(record: RecordOf<unknown>, view: View): Block[] {
  const { evidence } = record.common;
  if (evidence.length === 0) return [];
  const { locale } = view;
  const before = evidence.length - SHOWN;
  const heading = bold(translate(locale, 'card.evidence', { count: evidence.length }));
  const more = before > 0 ? [plain(`\n${translate(locale, 'card.moreEvidence', { count: before })}`)] : [];
  return [
    { kind: 'text', text: [heading, ...more] },
    { kind: 'lines', lines: evidence.slice(-SHOWN).map((item) => lineOf(item, record, view)) },
  ];
}

function lineOf(item: Evidence, record: RecordOf<unknown>, view: View): Line {
  return item.kind === 'file' ? fileLine(item, record, view) : { text: quoteText(item, record, view) };
}

function quoteText(item: Extract<Evidence, { kind: 'quote' }>, record: RecordOf<unknown>, view: View): Text {
  const { locale } = view;
  const person =
    item.authorId === null
      ? (item.authorName ?? translate(locale, 'evidence.somebody'))
      : personName(item.authorId, view);
  const at = instant(item.saidAt, record, view);
  const said = plain(translate(locale, 'card.evidenceQuote', { person, at, text: shortened(item.text) }));
  if (item.link === undefined) return [said];
  return [said, plain(' '), { kind: 'link', text: translate(locale, 'evidence.original'), url: item.link }];
}

function fileLine(file: FileEvidence, record: RecordOf<unknown>, view: View): Line {
  const at = instant(file.addedAt, record, view);
  const brought = file.made === undefined ? `${personName(file.addedBy, view)} · ${at}` : at;
  const text = [bold(file.name), plain(`\n${stateOf(file, view)}\n${brought}`)];
  if (file.state !== 'stored') return { text };
  const value = { number: record.number, evidence: file.id };
  return { text, button: { action: 'record.file', label: translate(view.locale, 'common.open'), value } };
}

function stateOf({ state, stored, refusal }: FileEvidence, { locale, org }: View): string {
  switch (state) {
    case 'fetching':
      return translate(locale, 'file.fetching');
    case 'refused': {
      const { megabytes } = org.settings.files;
      return translate(locale, `file.because.${refusal ?? 'gone'}`, { megabytes });
    }
    case 'stored':
      return stored ? `${formatBytes(stored.size)} · SHA-256 ${stored.sha256.slice(0, HASH_LETTERS)}` : '';
    default:
      return state satisfies never;
  }
}

function instant(at: string, record: RecordOf<unknown>, { org, locale }: View): string {
  return formatInstant(new Date(at), org.calendarOf(siteOf(record, org)).zone, locale);
}

/** 900 B, 12 KB, 3.4 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  return characters.length <= CHARACTERS ? characters.join('') : `${characters.slice(0, CHARACTERS).join('')}…`;
}
