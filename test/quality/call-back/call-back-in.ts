import { callBack } from '../../../src/quality/call-back/call-back.ts';
import { type CallBackData, callBackData } from '../../../src/quality/call-back/call-back-data.ts';
import type { Effect } from '../../../src/records/shape/effect.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import { openPureEngine, type PureEngine } from '../../worlds/pure-engine.ts';
import { type Incident, incidentIn, make, serving } from '../incident/incident-in.ts';

export type CallBack = RecordOf<CallBackData>;

export const openCallDesk = (settings: Readonly<Record<string, unknown>> = {}) =>
  openPureEngine(serving('2h', settings));

/** What is asked, answered right. */
export const answers = {
  answer: { score: '5', complaint: 'no' },
  noAnswer: {},
  later: { when: '60' },
  sendLink: {},
  take: {},
  hold: {},
  passOn: { to: 'xu-fang' },
  release: {},
  exempt: { reason: '巡检自动告警，无人报告' },
  complain: {},
  complained: { number: 'CP-2026-0001' },
  told: {
    about: 'IN-2026-0001',
    kind: 'incident',
    title: '闸机不能刷卡',
    projectId: 'metro-3',
    customerId: 'metro',
    departmentId: 'omd',
    contactId: 'qian-ming',
    unasked: true,
    engineerId: 'wu-qiang',
    place: 'onSite',
    resolvedAt: '2026-11-23T02:00:00.000Z',
    since: '2026-11-23T02:00:00.000Z',
    sinceClosing: false,
  },
  rated: { score: 4, at: '2026-11-23T03:00:00.000Z', via: 'page', by: 'IN-2026-0001' },
  voided: { at: '2026-11-23T03:00:00.000Z' },
} as const;
export type MoveName = keyof typeof answers;

export const states = ['due', 'taken', 'reached', 'unreached', 'exempt', 'void'] as const;
export type StateName = (typeof states)[number];

const core = (effects: readonly Effect[]) => effects.filter(({ route }) => route === 'core');

/** The call-back that an incident has raised last. */
export function raisedBy(desk: PureEngine, { effects }: Incident): CallBack {
  const raised = core(effects).findLast(({ kind }) => kind === 'raise');
  if (raised?.kind !== 'raise' || raised.number === undefined) throw new Error('no call-back was raised');
  return desk.create(callBack, 'system', raised.input, raised.number);
}

/** What the last decision on a record tells others: the moves that it signals. */
export const signalled = (record: RecordOf<unknown>) =>
  core(record.effects).flatMap((effect) =>
    effect.kind === 'signal' && effect.key.startsWith(`${record.id}:${record.version}:`)
      ? [{ number: effect.number, move: effect.move, input: effect.input }]
      : [],
  );

export function called(desk: PureEngine, record: CallBack, by: string, move: string, said: unknown = {}): CallBack {
  const verdict = desk.ask(callBack, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(`${by} ${move}: ${JSON.stringify(verdict)}`);
  callBackData.parse(verdict.record.data);
  return verdict.record;
}

/** The incident after it has heard what a call-back tells. */
export function heard(desk: PureEngine, record: Incident, from: CallBack): Incident {
  return signalled(from)
    .filter(({ number }) => number === record.number)
    .reduce((after, { move, input }) => make(desk, after, 'system', move, input), record);
}

/** The call-back after it has heard what its incident tells. */
export function toldBy(desk: PureEngine, record: CallBack, from: Incident): CallBack {
  return signalled(from)
    .filter(({ number }) => number === record.number)
    .reduce((after, { move, input }) => called(desk, after, 'system', move, input), record);
}

/** An incident that has just been resolved, and what it raised. */
export function resolved(desk: PureEngine): { readonly from: Incident; readonly owed: CallBack } {
  const from = incidentIn(desk, 'resolved');
  return { from, owed: raisedBy(desk, from) };
}

/** A call-back of an incident that monitoring raised, brought to a state by its moves. `taken`: Xu Fang keeps it for herself. */
export function callBackIn(desk: PureEngine, state: StateName): CallBack {
  const owed = () => called(desk, resolved(desk).owed, 'system', 'told', answers.told);
  switch (state) {
    case 'due':
      return owed();
    case 'taken':
      return called(desk, owed(), 'xu-fang', 'take');
    case 'reached':
      return called(desk, owed(), 'xu-fang', 'answer', answers.answer);
    case 'unreached': {
      let record = owed();
      for (const day of ['23', '23', '24']) {
        desk.at(`2026-11-${day}T03:00:00Z`);
        record = called(desk, record, 'xu-fang', 'noAnswer');
      }
      return record;
    }
    case 'exempt':
      return called(desk, owed(), 'wang-lei', 'exempt', answers.exempt);
    case 'void':
      return called(desk, owed(), 'system', 'voided', answers.voided);
    default:
      return state satisfies never;
  }
}
