import { serviceReport } from '../../../src/quality/service-report/service-report.ts';
import { type ServiceReportData, serviceReportData } from '../../../src/quality/service-report/service-report-data.ts';
import { markOf, shownOf } from '../../../src/quality/service-report/shown.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import { openPureEngine, type PureEngine } from '../../worlds/pure-engine.ts';
import { serving } from '../incident/incident-in.ts';

export type Report = RecordOf<ServiceReportData>;

export const NUMBER = 'SR-2026-0001';
export const openReportDesk = () => openPureEngine(serving());
/** Loops from left to right, and a line under them. */
export const SIGNATURE = [
  '90,250 129,224 144,168 133,129 113,138 111,186 137,233 179,238 211,195 215,141 197,118 182,146 191,199 226,233 267,218 289,165 283,118 ' +
    '262,115 255,158 275,209 315,225 351,192 362,136 348,103 329,120 332,171 362,213 404,210 432,163 432,110 412,96 400,130 413,183 451,210',
  '120,300 210,293 300,286 390,278',
].join(';');

const photo = { platform: 'console', workspace: 'local', ref: 'upload-1', name: 'signed.jpg' } as const;

/** What is asked, answered right. */
export const answers = {
  new: {
    title: '季度巡检',
    project: 'metro-3',
    contact: '钱明',
    engineer: 'wu-qiang',
    started: '09:00',
    ended: '09:30',
    done: '检查了 12 台闸机，全部正常',
  },
  prepare: {
    title: '季度巡检',
    project: 'metro-3',
    contact: '钱明',
    engineer: 'wu-qiang',
    done: '检查了 12 台闸机，更换 1 台读卡器',
  },
  giveLink: {},
  signHere: {},
  paper: { outcome: 'signed', signer: '钱明', post: '主任', score: '5', engineerScore: '4', files: [photo] },
  submit: {},
  sendBack: { reason: '签字人不是负责人' },
  withdrawLinks: {},
  cancel: { reason: '重复' },
} as const;

/** What a customer's page sends. */
export const answered = (desk: PureEngine, record: Report, said: Readonly<Record<string, unknown>> = {}) => ({
  outcome: 'signed',
  way: 'customerPhone',
  at: '2026-11-23T03:00:00.000Z',
  score: 5,
  engineerScore: 4,
  comment: '来得很快',
  signerName: '钱明',
  signerPost: '信息中心主任',
  signature: SIGNATURE,
  contactId: 'qian-ming',
  link: 'link-1',
  address: '203.0.113.0/24',
  handedBy: null,
  locale: 'zh-CN',
  mark: markOf(shownOf(record, desk.org, 'zh-CN')),
  ...said,
});

export const saidFor = (desk: PureEngine, record: Report, move: string): unknown =>
  move === 'answer' ? answered(desk, record) : answers[move as keyof typeof answers];

export const states = ['draft', 'awaiting', 'signed', 'unsigned', 'closed', 'cancelled'] as const;
export type StateName = (typeof states)[number];

/** The report after a move that must be taken. */
export function make(desk: PureEngine, record: Report, by: string, move: string, said: unknown = {}): Report {
  const verdict = desk.ask(serviceReport, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(`${by} ${move}: ${JSON.stringify(verdict)}`);
  serviceReportData.parse(verdict.record.data);
  return verdict.record;
}

export const write = (desk: PureEngine, said: Readonly<Record<string, unknown>> = {}, by = 'wu-qiang') =>
  desk.create(serviceReport, by, { ...answers.new, ...said }, NUMBER);

/** Wu Qiang's report of an inspection, brought to a state by its moves. */
export function reportIn(desk: PureEngine, state: StateName): Report {
  const awaiting = () => make(desk, write(desk), 'wu-qiang', 'giveLink');
  switch (state) {
    case 'draft':
      return write(desk);
    case 'awaiting':
      return awaiting();
    case 'signed': {
      const record = awaiting();
      return make(desk, record, 'customer', 'answer', answered(desk, record));
    }
    case 'unsigned': {
      const record = awaiting();
      const refused = {
        outcome: 'refused',
        remark: '还要再看',
        score: undefined,
        engineerScore: undefined,
        signature: undefined,
      };
      return make(desk, record, 'customer', 'answer', answered(desk, record, refused));
    }
    case 'closed':
      return make(desk, reportIn(desk, 'signed'), 'xu-fang', 'submit');
    case 'cancelled':
      return make(desk, write(desk), 'xu-fang', 'cancel', answers.cancel);
    default:
      return state satisfies never;
  }
}
