import { expect } from 'vitest';
import type { Desk } from './desk.ts';

/** Who is where: the same desk for all on one platform; different ones in the mixed flow. */
export type DeskOf = (person: string) => Desk;

/** Lets the bot carry out everything due. */
export type Settle = () => Promise<void>;

/** The first finding of the year. */
export const NUMBER = 'FD-2026-0001';
export const ACTION = `${NUMBER}-A1`;

const reporter = 'huang-tao';
const quality = 'li-na';
const head = 'wang-lei';
const handler = 'liu-yang';
const verifier = 'chen-jing';

/** From a report to an issued nonconformity, whose department head sees its due day. */
export async function reportAndIssue(
  desk: DeskOf,
  settle: Settle,
  kind: 'minor' | 'major' = 'minor',
  due = '2026年11月30日',
): Promise<void> {
  await desk(reporter).say(reporter, '/finding new');
  expect(await desk(reporter).fill(reporter, { what: '3号机房门禁记录缺了三天', where: '3号机房' })).toBe('');
  await settle();
  expect(await desk(reporter).told(reporter)).toContain(NUMBER);
  expect((await desk(quality).channel()).join()).toContain('待分派');
  expect(await desk(quality).directMessage(quality)).toContain('请判断是否成立并下发');

  await desk(quality).press(quality, NUMBER, '下发');
  const answers = {
    title: '门禁记录缺失',
    kind,
    department: 'omd',
    criterion: '机房管理规定 4.2',
    source: 'spotCheck',
  };
  expect(await desk(quality).fill(quality, answers)).toBe('');
  await settle();
  expect(await desk(head).directMessage(head)).toContain(due);
}

/** The head names a handler, who writes the four steps and submits the report. */
export async function writeAndSubmit(desk: DeskOf, settle: Settle): Promise<void> {
  await desk(head).press(head, NUMBER, '指定承办人');
  expect(await desk(head).fill(head, { handler })).toBe('');
  await settle();

  const his = desk(handler);
  await his.press(handler, NUMBER, '1 纠正');
  expect(await his.fill(handler, { correction: '已从监控系统补录三天的门禁记录' })).toBe('');
  expect(await his.formTitle(handler)).toContain('原因分析');
  const whys = { why1: '值班员没有登记', why2: '交接单上没有这一项', why3: '改版时漏掉了门禁登记' };
  expect(await his.fill(handler, { ...whys, causeCategory: 'procedure', rootCause: '作业指导书改版没有评审' })).toBe(
    '',
  );
  expect(await his.formTitle(handler)).toContain('添加措施');
  const planned = { kind: 'corrective', action: '修订交接单并评审作业指导书', owner: handler, dueDay: '2026-12-04' };
  expect(await his.fill(handler, { ...planned, more: 'done' })).toBe('');
  expect(await his.formTitle(handler)).toContain('有效性判据');
  expect(await his.fill(handler, { criterion: '连续一个月无缺失', reviewDay: '2026-12-31' })).toBe('');
  await settle();
  await his.press(handler, NUMBER, '提交报告');
  await settle();
}

/** QED approves; the action is done, verified, and found effective. */
export async function approveAndClose(desk: DeskOf, settle: Settle): Promise<void> {
  await desk(quality).press(quality, NUMBER, '审批通过');
  await settle();
  expect((await desk(quality).channel()).join()).toContain('措施实施中');
  await carryOutAndClose(desk, settle);
}

/** What follows the last approval. */
export async function carryOutAndClose(desk: DeskOf, settle: Settle): Promise<void> {
  await desk(handler).press(handler, ACTION, '完成');
  expect(await desk(handler).fill(handler, { evidence: '交接单 V2.1 已发布，文号 OM-114' })).toBe('');
  await settle();
  await desk(verifier).press(verifier, NUMBER, '验证通过');
  expect(await desk(verifier).fill(verifier, { verification: '查看了新交接单和两周的登记' })).toBe('');
  await settle();
  await desk(verifier).press(verifier, NUMBER, '措施有效');
  expect(await desk(verifier).fill(verifier, { effect: '12月登记完整，符合判据' })).toBe('');
  await settle();
  expect((await desk(quality).channel()).join()).toContain('已关闭');
  expect(await desk(reporter).directMessage(reporter)).toContain('已完成整改并关闭');
}

/** The whole thread: a minor nonconformity from chat to closure. */
export async function wholeThread(desk: DeskOf, settle: Settle): Promise<void> {
  await reportAndIssue(desk, settle);
  await writeAndSubmit(desk, settle);
  await approveAndClose(desk, settle);
}
