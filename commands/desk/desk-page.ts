import { z } from 'zod';
import type { Block, Button, Card, Tone } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import type { DeskPart } from '../../src/records/store/desk-repository.ts';
import type { Context } from '../context.ts';
import { rangeText, totalText } from '../list/total-text.ts';
import { deskLine } from './desk-line.ts';

/** What drawing a page of one's desk needs. */
export type Looking = Pick<Context, 'person' | 'locale' | 'org' | 'now' | 'desk' | 'registry'>;

/** One person's list: its heading and its query. */
export interface DeskList {
  /** The action of its paging buttons. */
  readonly action: string;
  /** Takes `count`. */
  readonly title: MessageKey;
  readonly none: MessageKey;
  readonly tone: Tone;
  find(looking: Looking, limit: number, skip: number): Promise<DeskPart>;
}

/** How many records a page shows. */
const PAGE_SIZE = 10;

/** The first page. */
export async function showDeskList(list: DeskList, looking: Looking): Promise<Reply> {
  return { kind: 'card', card: await drawPage(list, 0, looking) };
}

/** The page that a button names; null if it names none. */
export const deskPage = z
  .object({ page: z.number().int().min(0).max(1_000) })
  .nullable()
  .catch(null);
export type DeskPage = z.output<typeof deskPage>;

/** Pressing *Next* or *Previous* replaces the pressed page by that page; any other press shows the first. */
export async function pressDeskList(list: DeskList, turn: DeskPage, looking: Looking): Promise<Reply> {
  if (!turn) return showDeskList(list, looking);
  const next = await drawPage(list, turn.page, looking);
  return { kind: 'toast', tone: 'info', text: words(next.summary), next };
}

/** A page as a card; the last one if there are fewer pages now. */
async function drawPage(list: DeskList, page: number, looking: Looking): Promise<Card> {
  const { locale } = looking;
  const from = page * PAGE_SIZE;
  const { rows, total } = await list.find(looking, PAGE_SIZE, from);
  const last = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  if (page > last) return drawPage(list, last, looking);
  const title = translate(locale, list.title, { count: totalText(total, locale) });
  if (total === 0) {
    const none: Block = { kind: 'text', text: words(translate(locale, list.none)) };
    return { title, tone: 'good', summary: title, blocks: [none] };
  }
  const range = rangeText(from + 1, from + rows.length, total, locale);
  const turn = (to: number, key: 'list.previous' | 'list.next'): Button => ({
    action: list.action,
    label: translate(locale, key),
    value: { page: to },
  });
  const buttons = [
    ...(page > 0 ? [turn(page - 1, 'list.previous')] : []),
    ...(page < last ? [turn(page + 1, 'list.next')] : []),
  ];
  const paged: Block[] =
    last === 0
      ? []
      : [
          { kind: 'note', text: words(range) },
          { kind: 'buttons', buttons },
        ];
  const lines: Block = { kind: 'lines', lines: rows.map((row) => deskLine(row, looking)) };
  return { title, tone: list.tone, summary: last === 0 ? title : `${title} ${range}`, blocks: [lines, ...paged] };
}
