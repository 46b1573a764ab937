import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileMark } from '../../../src/chat/out-file.ts';
import type { Fault } from '../../stand-ins/feishu/faults.ts';
import { liNa, type OpenFeishuAdapter, openFeishuAdapter } from '../../worlds/feishu.ts';

let harness: OpenFeishuAdapter;
beforeEach(async () => {
  harness = await openFeishuAdapter();
});
afterEach(() => harness.close());

const toLi = { kind: 'user', userId: liNa.openId } as const;
const name = `发现项-2026-11-23-${fileMark('e1')}.xlsx`;
const bytes = Buffer.from([0x50, 0x4b, 3, 4, 0, 255, 13, 10, 45, 45]);
const post = () => harness.adapter.postFile(toLi, { name, bytes, type: 'application/zip' }, 'e1', 'zh-CN');
const messages = () => harness.feishu.world.messages.filter(({ type }) => type === 'file');

test('a file is uploaded byte for byte, and sent once under its key', async () => {
  expect(await post()).toMatchObject({ outcome: 'sent', place: { platform: 'feishu' } });
  expect([...harness.feishu.world.uploads.values()]).toEqual([{ name, content: bytes }]);
  expect(messages().map(({ content }) => JSON.parse(content))).toMatchObject([{ file_name: name }]);
  await post();
  expect(messages()).toHaveLength(1);
});

test('a file is found again by its key when its hour is over', async () => {
  await post();
  const since = new Date();
  harness.pass(2 * 3_600_000);
  expect(await harness.adapter.lookUp(toLi, 'e1', since)).toMatchObject({ found: 'yes' });
});

test.each<[string, string, Fault, string]>([
  ['is limited while it is uploaded', 'POST /open-apis/im/v1/files', { kind: 'rateLimited', resetSeconds: 7 }, 'later'],
  ['breaks off before it is in a message', 'POST /open-apis/im/v1/files', { kind: 'status', status: 502 }, 'later'],
  ['is refused', 'POST /open-apis/im/v1/messages', { kind: 'refuse', code: 230002 }, 'refused'],
  ['gets no clear answer', 'POST /open-apis/im/v1/messages', { kind: 'status', status: 502 }, 'unknown'],
])('a file that %s is told as such', async (_what, call, fault, outcome) => {
  harness.feishu.failNext(call, fault);
  expect(await post()).toMatchObject({ outcome });
  expect(messages()).toEqual([]);
});
