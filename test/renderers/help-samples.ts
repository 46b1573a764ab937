import { showHelp } from '../../commands/qm/help.ts';
import { table } from '../../commands/table.ts';
import { drawDueReminders } from '../../jobs/due-reminders/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { type Locale, locales } from '../../src/i18n/locale.ts';
import { testOrganisation } from '../support/organisation.ts';
import type { Sample, Shown } from './sample.ts';

const [person] = testOrganisation().people;
if (!person) throw new Error('nobody asks for help');

const due = (number: string, title: string, day: string, overBy: number, dueIn = 0) => ({
  number,
  type: 'finding',
  title,
  round: 0,
  duty: null,
  wants: null,
  day,
  late: overBy > 0,
  overBy,
  dueIn,
  provisional: false,
  escalatedTo: [],
});
const reminder = {
  notice: 'due-reminders' as const,
  own: [
    {
      ...due('FD-2026-0001', '3号机房门禁记录缺失', '2026-11-20', 1),
      wants: 'approveCapa',
      escalatedTo: [{ zh: '李娜', en: 'Li Na' }],
    },
    { ...due('FD-2026-0003', '应急预案未演练', '2026-11-23', 0), duty: 'opinion', wants: 'giveOpinion' },
    due('FD-2026-0004', '备件出库未登记', '2026-11-23', 0),
    { ...due('FD-2026-0007-A2', '补齐备件台账', '2027-01-04', 0, 1), type: 'action', provisional: true },
  ],
  standingIn: [
    { name: { zh: '王磊', en: 'Wang Lei' }, items: [due('FD-2026-0009', '巡检表用了旧版模板', '2026-11-18', 3)] },
  ],
  escalated: [
    {
      ...due('FD-2026-0002', '变更没有回退方案', '2026-11-19', 2),
      owners: [{ zh: '刘洋', en: 'Liu Yang' }],
    },
  ],
  left: 4,
};

function cardOf(reply: Reply): Shown {
  if (reply.kind !== 'card') throw new Error(`${reply.kind} is no card`);
  return { kind: 'card', card: reply.card };
}

function same(name: string, locale: Locale, as: string, shown: Shown): Sample {
  return { name: `${name}.${locale}`, as, locale, on: () => shown };
}

/** Help and the morning's reminder, which name nobody and are the same everywhere. */
export const helpSamples: readonly Sample[] = locales.flatMap((locale) => [
  same('help', locale, 'help', cardOf(showHelp({ locale, person }, table.all))),
  same('help', locale, 'not understood', cardOf(showHelp({ locale, person }, table.all, '报告一下'))),
  same('reminder', locale, 'reminder', { kind: 'card', card: drawDueReminders(reminder, locale) }),
]);
