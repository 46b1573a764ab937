import { incident } from '../../../src/quality/incident/incident.ts';
import { type IncidentData, incidentData } from '../../../src/quality/incident/incident-data.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import { testOrganisation } from '../../support/organisation.ts';
import { openPureEngine, type PureEngine } from '../../worlds/pure-engine.ts';

export type Incident = RecordOf<IncidentData>;

/** A company that serves one customer around the clock and another in working hours. */
export const serving = (resolution = '2h', settings: Readonly<Record<string, unknown>> = {}) =>
  testOrganisation({
    settings,
    customers: [
      {
        id: 'metro',
        name: { zh: '地铁集团', en: 'Metro' },
        level: 'key',
        contacts: [{ id: 'qian-ming', name: { zh: '钱明', en: 'Qian Ming' }, phone: '13800000011' }],
      },
      { id: 'office', name: { zh: '大数据中心', en: 'Data office' } },
    ],
    projects: [
      {
        id: 'metro-3',
        name: { zh: '三号线', en: 'Line 3' },
        customer: 'metro',
        department: 'omd',
        lead: 'liu-yang',
        sla: { targets: { p1: { response: '10m', resolution } } },
        contacts: ['qian-ming'],
      },
      {
        id: 'cloud',
        name: { zh: '政务云', en: 'Cloud' },
        customer: 'office',
        department: 'omd',
        lead: 'liu-yang',
        sla: { calendar: 'working', targets: { p1: { response: '30m', resolution: '4h' } } },
      },
    ],
  });

export const openServiceDesk = (resolution?: string, settings?: Readonly<Record<string, unknown>>) =>
  openPureEngine(serving(resolution, settings));

/** What is asked, answered right. */
export const answers = {
  new: {
    kind: 'incident',
    title: '闸机不能刷卡',
    project: 'metro-3',
    requester: '钱明',
    category: 'hardware',
    object: '3 号线 A 口闸机',
    channel: 'phone',
    place: 'remote',
    priority: 'p1',
  },
  update: { kind: 'incident', title: '两台闸机不能刷卡', project: 'metro-3', channel: 'phone', priority: 'p2' },
  assign: { engineer: 'wu-qiang' },
  respond: { engineer: 'wu-qiang' },
  wait: { reason: '等客户开门' },
  resume: {},
  restore: {},
  resolve: { done: '更换了读卡器', place: 'onSite' },
  reopen: { reason: '客户说又不行了' },
  close: {},
  closeUrgently: { reason: '客户要求当晚归档' },
  cancel: { reason: '重复登记' },
  sendRatingLink: {},
  calledBack: { number: 'IN-2026-0001-C1', at: '2026-11-23T03:00:00.000Z', outcome: 'reached' },
  closeSettled: { number: 'IN-2026-0001-C1', at: '2026-11-23T03:00:00.000Z', outcome: 'reached', score: 5 },
  callBackUndone: { number: 'IN-2026-0001-C1' },
  rated: { score: 5, comment: '来得很快', at: '2026-11-23T03:00:00.000Z', via: 'page', by: 'IN-2026-0001' },
  learn: {
    source: { system: 'itsm', externalId: 'INC-77' },
    at: '2026-11-23T01:00:00.000Z',
    facts: { object: '3 号线 B 口闸机' },
  },
} as const;
export type MoveName = Exclude<keyof typeof answers, 'new'>;

export const states = ['reported', 'handling', 'waiting', 'resolved', 'called', 'closed', 'cancelled'] as const;
export type StateName = (typeof states)[number];

/** The incident after a move that must be taken. */
export function make(desk: PureEngine, record: Incident, by: string, move: string, said: unknown = {}): Incident {
  const verdict = desk.ask(incident, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(`${by} ${move}: ${JSON.stringify(verdict)}`);
  incidentData.parse(verdict.record.data);
  return verdict.record;
}

export const report = (desk: PureEngine, said: Readonly<Record<string, unknown>> = {}, by = 'emily') =>
  desk.create(incident, by, { ...answers.new, ...said }, 'IN-2026-0001');

/** An incident that Emily wrote down, brought to a state by its moves; Wu Qiang works on it. `called` is resolved and called back. */
export function incidentIn(desk: PureEngine, state: StateName): Incident {
  const after = (earlier: StateName, by: string, move: MoveName) =>
    make(desk, incidentIn(desk, earlier), by, move, answers[move]);
  switch (state) {
    case 'reported':
      return make(desk, report(desk), 'xu-fang', 'assign', answers.assign);
    case 'handling':
      return after('reported', 'wu-qiang', 'respond');
    case 'waiting':
      return after('handling', 'wu-qiang', 'wait');
    case 'resolved':
      return after('handling', 'wu-qiang', 'resolve');
    case 'called':
      return after('resolved', 'system', 'calledBack');
    case 'closed':
      return after('called', 'xu-fang', 'close');
    case 'cancelled':
      return after('reported', 'xu-fang', 'cancel');
    default:
      return state satisfies never;
  }
}

/** An instant by the clock of Shanghai, on the Monday of tests. */
export const at = (time: string, day = '2026-11-23') => new Date(`${day}T${time}:00+08:00`).toISOString();

/** The newest clock of a step. */
export const row = (record: Incident, step: string) => {
  const found = record.clocks.findLast((clock) => clock.step === step);
  if (!found) throw new Error(`no clock of ${step}`);
  return found;
};
