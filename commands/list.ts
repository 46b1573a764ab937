import { dayOf } from '../src/calendar/day.ts';
import { formatDay } from '../src/calendar/format.ts';
import type { Block, Card } from '../src/chat/card.ts';
import type { Reply } from '../src/chat/reply.ts';
import { bold, plain, words } from '../src/chat/text.ts';
import { translate } from '../src/i18n/translate.ts';
import { openButton } from '../src/records/draw-buttons.ts';
import { label } from '../src/records/say.ts';
import { readerOf } from '../src/records/search/reader.ts';
import type { ListPage, RecordSummary } from '../src/records/search/record-summary.ts';
import type { Context } from './context.ts';

/** What a list is made of and drawn for. */
type Listing = Pick<Context, 'person' | 'locale' | 'org' | 'now' | 'lists'>;

/** How many records one list shows. */
const SHOWN = 10;

/** `/finding list`: the open records of a type, the most urgent first. */
export async function listOpen(type: string, context: Listing): Promise<Reply> {
  const { person, org, now } = context;
  const filter = { type, standing: 'open', tags: [], reader: readerOf(person.id, org, now), now } as const;
  const list = await context.lists.page(filter, 0, SHOWN);
  const { locale } = context;
  const params = { count: list.total, nouns: label(`${type}.nouns`, locale) };
  return listCard(translate(locale, 'list.open', params), list, context);
}

/** `/qm mine`: what the asker, or whoever they stand in for, must act on. */
export async function listMine(context: Listing): Promise<Reply> {
  const { org, now, person, lists } = context;
  const ids = [person.id, ...org.actingFor(person.id, now)];
  const list = await lists.ownedBy(ids, readerOf(person.id, org, now), SHOWN);
  return listCard(translate(context.locale, 'list.mine', { count: list.total }), list, context);
}

function listCard(heading: string, list: ListPage, context: Listing): Reply {
  const { locale } = context;
  const more = list.total - list.records.length;
  const blocks: Block[] =
    list.total === 0
      ? [{ kind: 'text', text: words(translate(locale, 'list.empty')) }]
      : [
          { kind: 'lines', lines: list.records.map((record) => lineOf(record, context)) },
          ...(more > 0
            ? [{ kind: 'note', text: words(translate(locale, 'list.more', { count: more })) } as const]
            : []),
        ];
  const card: Card = { title: heading, tone: 'neutral', summary: heading, blocks };
  return { kind: 'card', card };
}

function lineOf({ number, type, title, state, dueAt }: RecordSummary, { locale, now, org, person }: Listing) {
  const zone = org.siteOfPerson(person.id).zone;
  const due = dueAt === null ? '' : ` · ${formatDay(dayOf(dueAt, zone), locale)}`;
  const late = dueAt !== null && now > dueAt ? ` · ${translate(locale, 'due.justOver')}` : '';
  return {
    text: [bold(number), plain(` ${title}\n${label(`${type}.state.${state}`, locale)}${due}${late}`)],
    button: openButton(number, translate(locale, 'common.open')),
  };
}
