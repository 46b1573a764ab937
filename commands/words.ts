import { locales } from '../src/i18n/locale.ts';
import { moveKey } from '../src/records/all-moves.ts';
import type { RecordType } from '../src/records/declaration/record-type.ts';
import { label } from '../src/records/say.ts';

/** The words for what can be said of every record, in both languages. */
export const verbs = {
  new: ['new', 'create', 'report', '新建', '报告', '登记'],
  list: ['list', 'open', '列表', '清单', '列出'],
  search: ['search', 'find', '搜索', '查找', '搜'],
  stats: ['stats', 'statistics', '统计'],
  show: ['show', 'view', '查看', '打开', '详情'],
  help: ['help', '?', '帮助'],
  approvals: ['approvals', 'approval', 'decisions', '待我决定', '我的审批', '待我审批', '待审批', '审批'],
  overdue: ['overdue', 'late', '逾期', '我的逾期', '已逾期', '超期'],
  mine: ['mine', 'my', '我的', '我的待办', '待办'],
} as const satisfies Record<string, readonly string[]>;
export type Verb = keyof typeof verbs;

/** The words for each noun. Every record type has its own name and its names in the catalogues besides. */
const nouns: Readonly<Record<string, readonly string[]>> = {
  finding: ['findings', '不符合项', '不符合', '发现'],
  action: ['actions'],
  callBack: ['callback', 'callbacks', 'call-back', 'call-backs'],
  serviceReport: ['report', 'reports', '现场服务报告', '服务报告单', '巡检报告'],
  visit: ['visits', '拜访', '客户拜访记录'],
  commitment: ['commitments', '承诺'],
  complaint: ['complaints', 'suggestion', 'suggestions', '投诉', '建议', '客户投诉', '客户建议'],
  projectSurvey: ['survey', 'surveys', '调查', '满意度调查'],
  companySurvey: ['yearly-survey', 'yearly-surveys', '年度调查'],
  surveyInvitation: ['invitation', 'invitations', '邀请'],
  incident: ['incidents', 'request', 'requests', '事件', '服务请求', '工单'],
};

/** Whole phrases that people say without naming a noun and a verb apart. */
export const phrases: ReadonlyMap<string, { readonly noun: string; readonly verb: Verb }> = new Map([
  ['报告不符合', { noun: 'finding', verb: 'new' }],
  ['报告不符合项', { noun: 'finding', verb: 'new' }],
  ['报告发现项', { noun: 'finding', verb: 'new' }],
  ['上报不符合', { noun: 'finding', verb: 'new' }],
  ['现场服务报告', { noun: 'serviceReport', verb: 'new' }],
  ['填写服务报告', { noun: 'serviceReport', verb: 'new' }],
  ['安排拜访', { noun: 'visit', verb: 'new' }],
  ['登记投诉', { noun: 'complaint', verb: 'new' }],
  ['登记建议', { noun: 'complaint', verb: 'new' }],
  ['登记事件', { noun: 'incident', verb: 'new' }],
  ['报告事件', { noun: 'incident', verb: 'new' }],
  ['登记服务请求', { noun: 'incident', verb: 'new' }],
]);

/** The verb that a word means; undefined when it means none. */
export function verbOf(word: string): Verb | undefined {
  const said = word.toLowerCase();
  return (Object.keys(verbs) as Verb[]).find((verb) => verbs[verb].some((one) => one === said));
}

/** The record type that a word names; undefined when it names none. */
export function nounOf(word: string, types: readonly RecordType<unknown>[]): string | undefined {
  const said = word.toLowerCase();
  return types.map(({ type }) => type).find((type) => nounWords(type).includes(said));
}

/** The words for a record type, in small letters. */
export const nounsOf = ({ type }: RecordType<unknown>): string[] => nounWords(type);

const nounWords = (type: string): string[] => [
  type.toLowerCase(),
  ...(nouns[type] ?? []),
  ...locales.map((locale) => label(`${type}.noun`, locale).toLowerCase()),
];

/** The moves of a type that a word may mean: their id, or their button's label in either language. */
export function movesCalled(word: string, type: RecordType<unknown>): string[] {
  const said = normal(word);
  return type.allMoves
    .map(([move]) => move)
    .filter((move) =>
      [move, ...locales.map((locale) => label(moveKey(type.type, 'move', move), locale))].some(
        (name) => normal(name) === said,
      ),
    );
}

const normal = (word: string) => word.toLowerCase().replace(/[\s\d_-]/g, '');
