import type { Context } from '../../commands/context.ts';
import { listMine, listOpen } from '../../commands/list.ts';
import { showHelp } from '../../commands/qm/help.ts';
import { drawDueReminders } from '../../jobs/due-reminders-card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { type Locale, locales } from '../../src/i18n/locale.ts';
import type { RecordLists } from '../../src/records/record-list-repository.ts';
import type { RecordSummary } from '../../src/records/search/record-summary.ts';
import { MONDAY } from '../support/organisation.ts';
import type { Sample, Shown } from './sample.ts';
import { seated } from './seats.ts';

const org = seated();

const summary = (index: number, title: string, state: string, dueAt: string): RecordSummary => ({
  number: `FD-2026-${String(index).padStart(4, '0')}`,
  type: 'finding',
  title,
  state,
  ownerIds: ['liu-yang'],
  departmentId: 'omd',
  dueAt: new Date(dueAt),
  closedAt: null,
  restricted: false,
});
const open = [
  summary(1, '3号机房门禁记录缺失', 'issued', '2026-11-20T15:59:59Z'),
  summary(4, '备件出库未登记', 'submitted', '2026-11-24T15:59:59Z'),
  summary(7, '巡检表用了旧版模板', 'acting', '2026-12-04T15:59:59Z'),
];
const listsOf = (records: readonly RecordSummary[], total: number): RecordLists => ({
  page: async () => ({ records, total }),
  ownedBy: async () => ({ records, total }),
  numbered: async () => records,
});

/** What the lists' commands use of a context. */
function contextWith(lists: RecordLists, locale: Locale): Pick<Context, 'lists' | 'locale' | 'now' | 'org' | 'person'> {
  const person = org.person('liu-yang');
  if (!person) throw new Error('nobody there');
  return { lists, locale, now: MONDAY, org, person };
}

const due = (number: string, title: string, day: string, overBy: number, dueIn = 0) => ({
  number,
  type: 'finding',
  title,
  day,
  overBy,
  dueIn,
  provisional: false,
});
const reminder = {
  notice: 'due-reminders' as const,
  own: [
    due('FD-2026-0001', '3号机房门禁记录缺失', '2026-11-20', 1),
    due('FD-2026-0004', '备件出库未登记', '2026-11-23', 0),
    { ...due('FD-2026-0007-A2', '补齐备件台账', '2027-01-04', 0, 1), type: 'action', provisional: true },
  ],
  standingIn: [
    { name: { zh: '王磊', en: 'Wang Lei' }, items: [due('FD-2026-0009', '巡检表用了旧版模板', '2026-11-18', 3)] },
  ],
};

function cardOf(reply: Reply): Shown {
  if (reply.kind !== 'card') throw new Error(`${reply.kind} is no card`);
  return { kind: 'card', card: reply.card };
}

function same(name: string, locale: Locale, as: string, shown: Shown): Sample {
  return { name: `${name}.${locale}`, as, locale, on: () => shown };
}

/** Help, lists and the morning's reminder, which name nobody and are the same everywhere. */
export const otherSamples: readonly Sample[] = (
  await Promise.all(
    locales.map(async (locale) => [
      same('help', locale, 'help', cardOf(showHelp({ locale }))),
      same('help', locale, 'not understood', cardOf(showHelp({ locale }, '报告一下'))),
      same('list', locale, 'open', cardOf(await listOpen('finding', contextWith(listsOf(open, 14), locale)))),
      same('list', locale, 'mine', cardOf(await listMine(contextWith(listsOf(open, 3), locale)))),
      same('list', locale, 'empty', cardOf(await listMine(contextWith(listsOf([], 0), locale)))),
      same('reminder', locale, 'reminder', { kind: 'card', card: drawDueReminders(reminder, locale) }),
    ]),
  )
).flat();
