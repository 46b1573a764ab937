import { homeCard } from '../../commands/desk/draw-home.ts';
import { askCard } from '../../commands/evidence/ask-where.ts';
import { locales } from '../../src/i18n/locale.ts';
import type { NewEvidence } from '../../src/records/decide/evidence.ts';
import type { DeskRow } from '../../src/records/store/desk-repository.ts';
import { MONDAY } from '../support/organisation.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

const org = seated();
const person = org.person('li-na') ?? fail();

const row = (number: string, title: string, state: string, day: string): DeskRow => ({
  number,
  type: 'finding',
  title,
  state,
  dueAt: new Date(`${day}T15:59:59.999Z`),
  dutyAt: null,
});
const late = row('FD-2026-0001', '3号机房门禁记录缺失', 'submitted', '2026-11-20');
const today = row('FD-2026-0004', 'Spare parts leave the store without being registered', 'reported', '2026-11-23');
const later = row('FD-2026-0009', '巡检表用了旧版模板', 'verifying', '2026-11-27');

const evidence: readonly NewEvidence[] = [
  {
    kind: 'quote',
    text: '门禁又坏了，刷卡没有反应，已经第三次了 <!channel>',
    authorId: 'liu-yang',
    saidAt: '2026-11-23T01:00:00.000Z',
  },
  { kind: 'file', name: '现场.jpg', ref: { platform: 'slack', workspace: 'T0001', ref: 'F1', name: '现场.jpg' } },
];

/** One person's desk: the home, with work and without, and the question what something sent is for. */
export const deskSamples: readonly Sample[] = locales.flatMap((locale): Sample[] => {
  const looking = { locale, now: MONDAY, org, person };
  const none = { rows: [], total: 0 };
  const full = { approvals: { rows: [late, today], total: 5 }, work: { rows: [late, today, later], total: 12 } };
  const home = homeCard({ ...full, overdue: { rows: [late], total: 1 } }, looking);
  const calm = homeCard({ approvals: none, work: none, overdue: none }, looking);
  const ask = askCard({ id: 'f00d', evidence }, [late, later], looking);
  return [
    { name: `home.${locale}`, as: 'home', locale, on: () => ({ kind: 'card', card: home, home: true }) },
    { name: `home.${locale}`, as: 'nothing to do', locale, on: () => ({ kind: 'card', card: calm, home: true }) },
    { name: `sent.${locale}`, as: 'what is it for', locale, on: () => ({ kind: 'card', card: ask }) },
  ];
});

function fail(): never {
  throw new Error('nobody');
}
