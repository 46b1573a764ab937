import { type Locale, locales } from '../../src/i18n/locale.ts';
import { isMessageKey } from '../../src/i18n/translate.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { action } from '../../src/quality/action/action.ts';
import { finding } from '../../src/quality/finding/finding.ts';
import { type CardOptions, drawCard } from '../../src/records/card/draw-card.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { findingIn, type StateName, states } from '../quality/finding/finding-in.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';
import type { Sample } from './sample.ts';
import { seated, viewOn } from './seats.ts';

const org = seated();

/** Who reads a finding's card in a direct message, by its state. */
const readers: Readonly<Record<StateName, string>> = {
  reported: 'chen-jing',
  askedBack: 'emily',
  rejected: 'chen-jing',
  merged: 'emily',
  issued: 'liu-yang',
  contested: 'chen-jing',
  submitted: 'chen-jing',
  returned: 'liu-yang',
  mrReview: 'zhou-min',
  acting: 'chen-jing',
  verifying: 'chen-jing',
  verified: 'chen-jing',
  toAnswer: 'liu-yang',
  answered: 'chen-jing',
  answerReturned: 'liu-yang',
  agreed: 'liu-yang',
  closed: 'chen-jing',
  withdrawn: 'liu-yang',
};

/** A record at a moment. */
export interface Moment<Data> {
  readonly name: string;
  readonly type: RecordType<Data>;
  readonly record: RecordOf<Data>;
  readonly reader: string;
  readonly now?: Date;
  /** The organisation in which it is shown; by default that of most tests. */
  readonly org?: Organisation;
}

/** The record's card as a channel, its reader and nobody any more sees it, in both languages. */
export function cardsOf<Data>({ name, type, record, reader, now, org: shownIn = org }: Moment<Data>): Sample[] {
  const owned = type.states[record.state]?.owner;
  const drawings: readonly CardOptions[] = [
    { as: 'channel' },
    { as: 'personal', ...(owned && { lead: { key: leadOf(type.type, record.state) } }) },
    { as: 'retired' },
  ];
  return locales.flatMap((locale: Locale) =>
    drawings.map((drawing) => ({
      name: `${name}.${locale}`,
      as: drawing.as,
      locale,
      on(platform) {
        const viewer = drawing.as === 'personal' ? reader : null;
        const view = viewOn(platform, { org: shownIn, locale, viewer, ...(now && { now }) });
        return { kind: 'card', card: drawCard(type, record, view, drawing) };
      },
    })),
  );
}

const leadOf = (type: string, state: string) => {
  const key = `${type}.lead.${state}`;
  if (!isMessageKey(key)) throw new Error(`no words for ${key}`);
  return key;
};

const desk = openPureEngine(org);
const lateFinding = findingIn(openPureEngine(org), 'submitted', { kind: 'major' });

const findings = states.map((state) => ({
  name: `finding.${state}`,
  type: finding,
  record: findingIn(openPureEngine(org), state),
  reader: readers[state],
}));

const planned = {
  finding: 'FD-2026-0001',
  departmentId: 'omd',
  kind: 'corrective',
  what: '更新交接单模板，并评审作业指导书',
  ownerId: 'liu-yang',
  dueDay: '2026-12-04',
};
const open = desk.create(action, 'system', planned, 'FD-2026-0001-A1');
const step = (record: typeof open, by: string, move: string, answers: unknown) => {
  const verdict = desk.ask(action, record, by, move, answers);
  if (verdict.verdict !== 'done') throw new Error(`${move} was not done`);
  return verdict.record;
};
const done = step(open, 'liu-yang', 'complete', { evidence: '交接单 V2.1 已发布，文号 OM-114' });
const passed = step(
  step(open, 'liu-yang', 'noteProgress', { progress: '模板已起草，等待评审' }),
  'liu-yang',
  'transfer',
  { to: 'xu-fang', reason: '刘洋外出培训' },
);
const withdrawn = step(open, 'system', 'withdraw', { reason: '与体系无关，系误报' });
const reopened = step(done, 'system', 'reopen', { reason: '新模板只发给了一个班组' });

/** Every state of a finding and of an action, and a finding that is late. */
export const recordSamples: readonly Sample[] = [
  ...findings.flatMap(cardsOf),
  ...cardsOf({
    name: 'finding.late',
    type: finding,
    record: lateFinding,
    reader: 'chen-jing',
    now: new Date('2026-12-01T02:00:00Z'),
  }),
  ...[
    { name: 'action.open', record: open },
    { name: 'action.done', record: done },
    { name: 'action.reopened', record: reopened },
    { name: 'action.transferred', record: passed },
    { name: 'action.withdrawn', record: withdrawn },
  ].flatMap((moment) => cardsOf({ ...moment, type: action, reader: 'liu-yang' })),
];
