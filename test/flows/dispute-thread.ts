import { expect } from 'vitest';
import { type DeskOf, NUMBER, type Settle } from './thread.ts';

/** From a report through a question, an issue and an objection to the ruling on it, and to the deadline QED sets. */
export async function disputedThread(desk: DeskOf, settle: Settle): Promise<void> {
  await desk('huang-tao').say('huang-tao', '/finding new');
  expect(await desk('huang-tao').fill('huang-tao', { what: '3号机房门禁记录缺了三天', where: '3号机房' })).toBe('');
  await settle();

  await desk('li-na').press('li-na', NUMBER, '询问报告人');
  expect(await desk('li-na').fill('li-na', { question: '缺的是哪三天？' })).toBe('');
  await settle();
  expect(await desk('huang-tao').directMessage('huang-tao')).toContain('缺的是哪三天？');
  await desk('huang-tao').press('huang-tao', NUMBER, '说明');
  expect(await desk('huang-tao').fill('huang-tao', { reply: '11月17日至19日' })).toBe('');
  await settle();

  await desk('li-na').press('li-na', NUMBER, '下发');
  const issued = { title: '门禁记录缺失', kind: 'minor', department: 'omd', criterion: '4.2', source: 'spotCheck' };
  expect(await desk('li-na').fill('li-na', issued)).toBe('');
  await settle();
  expect(await desk('wang-lei').directMessage('wang-lei')).toContain('责任部门尚未确认');

  await desk('wang-lei').press('wang-lei', NUMBER, '提出异议');
  expect(await desk('wang-lei').fill('wang-lei', { about: ['facts'], reason: '记录在纸质台账里' })).toBe('');
  await settle();
  expect((await desk('li-na').channel()).join()).toContain('记录在纸质台账里');
  expect(await desk('li-na').directMessage('li-na')).toContain('提出异议，请裁定');

  await desk('li-na').press('li-na', NUMBER, '打开');
  await desk('li-na').press('li-na', NUMBER, '裁定异议');
  const decision = { outcome: 'dismissed', remark: '台账没有签字', newDay: '2026-12-02' };
  expect(await desk('li-na').fill('li-na', decision)).toBe('');
  await settle();
  const channel = (await desk('li-na').channel()).join();
  expect(channel).toContain('台账没有签字');
  expect(channel).toContain('裁定把期限改为 2026年12月2日');
}
