import { formatInstant } from '../calendar/format.ts';
import type { Block } from '../chat/card.ts';
import { bold, plain, type Text } from '../chat/text.ts';
import { translate } from '../i18n/translate.ts';
import type { Evidence } from './common.ts';
import type { View } from './define-record.ts';
import { siteOf } from './due.ts';
import type { RecordOf } from './record.ts';
import { personName } from './say.ts';

/** How many of the last pieces a card shows, and how much of a message. */
const SHOWN = 3;
const CHARACTERS = 160;

/** The messages and files that hold a record up, the newest last: whose words, from when, where they can be read. */
export function evidenceBlocks(record: RecordOf<unknown>, view: View): Block[] {
  const { evidence } = record.common;
  if (evidence.length === 0) return [];
  const { locale } = view;
  const before = evidence.length - SHOWN;
  const heading = bold(translate(locale, 'card.evidence', { count: evidence.length }));
  const more = before > 0 ? [plain(`\n${translate(locale, 'card.moreEvidence', { count: before })}`)] : [];
  const lines = evidence.slice(-SHOWN).flatMap((item): Text => [plain('\n'), ...lineOf(item, record, view)]);
  return [{ kind: 'text', text: [heading, ...more, ...lines] }];
}

function lineOf(item: Evidence, record: RecordOf<unknown>, view: View): Text {
  const { locale, org } = view;
  if (item.kind === 'file') {
    const state = item.state === 'stored' ? '' : translate(locale, `card.file.${item.state}`);
    return [plain(translate(locale, 'card.evidenceFile', { name: item.name, state }))];
  }
  const { zone } = org.calendarOf(siteOf(record, org));
  const at = formatInstant(new Date(item.saidAt), zone, locale);
  const person =
    item.authorId === null
      ? (item.authorName ?? translate(locale, 'evidence.somebody'))
      : personName(item.authorId, view);
  const said = plain(translate(locale, 'card.evidenceQuote', { person, at, text: shortened(item.text) }));
  if (item.link === undefined) return [said];
  return [said, plain(' '), { kind: 'link', text: translate(locale, 'evidence.original'), url: item.link }];
}

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  return characters.length <= CHARACTERS ? characters.join('') : `${characters.slice(0, CHARACTERS).join('')}…`;
}
