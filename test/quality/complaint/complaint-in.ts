import { complaint } from '../../../src/quality/complaint/complaint.ts';
import { type ComplaintData, complaintData } from '../../../src/quality/complaint/complaint-data.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import type { PureEngine } from '../../worlds/pure-engine.ts';

export type Complaint = RecordOf<ComplaintData>;

/** What is asked, answered right. */
export const answers = {
  new: {
    kind: 'complaint',
    what: '报修后两个小时没有人联系我们，早高峰只能人工检票',
    projectId: 'metro-3',
    contactName: '钱明',
    channel: 'phone',
    about: 'in-2026-0001',
  },
  assign: { severity: 'serious', handlerId: 'wu-qiang' },
  acknowledge: { how: 'phone' },
  putInWords: { text: '等了两个小时没有人来' },
  investigate: { text: '值班记录显示报修 40 分钟后才派单' },
  answer: { upheld: 'yes', text: '派单晚了 40 分钟，责任在我方。', remedy: '本月起早高峰安排一人驻站。' },
  answerEscalated: { upheld: 'yes', text: '派单晚了 40 分钟，值班制度有缺口。', remedy: '减免当月服务费的 2%。' },
  react: { reaction: 'accepted', words: '这样可以' },
  adopt: { text: '下季度起每月发送巡检日历' },
  notAdopt: { text: '该功能由线网中心统一建设' },
  close: { text: '驻站排班已发给客户' },
  closeUnsettled: { text: '客户要求赔偿超出合同约定，已告知可向监管部门申诉' },
  withdraw: { text: '客户说是误会' },
  reopen: { text: '第二周又没有人驻站' },
} as const;
export type MoveName = Exclude<keyof typeof answers, 'new'>;

export const states = [
  'received',
  'investigating',
  'answered',
  'escalated',
  'accepted',
  'assessing',
  'closed',
  'withdrawn',
] as const;
export type StateName = (typeof states)[number];

/** The complaint after a move that must be taken. */
export function make(desk: PureEngine, record: Complaint, by: string, move: string, said: unknown = {}): Complaint {
  const verdict = desk.ask(complaint, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(`${by} ${move}: ${JSON.stringify(verdict)}`);
  complaintData.parse(verdict.record.data);
  return verdict.record;
}

/** What Emily took down on the telephone. */
export const received = (desk: PureEngine, said: Readonly<Record<string, unknown>> = {}, by = 'emily') =>
  desk.create(complaint, by, { ...answers.new, ...said }, 'CP-2026-0001');

/** A complaint that Wu Qiang looks into, brought to a state; `said` and `accusedId` make it another. */
export function complaintIn(
  desk: PureEngine,
  state: StateName,
  said: Readonly<Record<string, unknown>> = {},
): Complaint {
  const { accusedId } = said;
  const after = (earlier: StateName, by: string, move: MoveName, more: object = {}) =>
    make(desk, complaintIn(desk, earlier, said), by, move, { ...answers[move], ...more });
  switch (state) {
    case 'received':
      return make(desk, received(desk, said), 'wang-lei', 'assign', { ...answers.assign, accusedId });
    case 'investigating':
      return after('received', 'wu-qiang', 'acknowledge');
    case 'answered':
      return after('investigating', 'wu-qiang', 'answer');
    case 'escalated':
      return after('answered', 'wu-qiang', 'react', { reaction: 'escalated' });
    case 'accepted':
      return after('answered', 'wu-qiang', 'react');
    case 'assessing': {
      const suggestion = complaintIn(desk, 'received', { ...said, kind: 'suggestion' });
      return make(desk, suggestion, 'wu-qiang', 'acknowledge', answers.acknowledge);
    }
    case 'closed':
      return after('accepted', 'wu-qiang', 'close');
    case 'withdrawn':
      return after('received', 'wu-qiang', 'withdraw');
    default:
      return state satisfies never;
  }
}
