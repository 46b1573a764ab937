import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileMark } from '../../../src/chat/out-file.ts';
import type { Fault } from '../../stand-ins/slack/faults.ts';
import { LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const toLi = { kind: 'user', userId: LI } as const;
const name = `发现项-2026-11-23-${fileMark('e1')}.csv`;
const file = { name, bytes: Buffer.from('\ufeff编号\r\n'), type: 'text/csv' };
const post = () => bot.adapter.postFile(toLi, file, 'e1', 'zh-CN');
const shared = () => [...bot.slack.world.files.values()].filter(({ channels }) => channels.length > 0);

test('a file is uploaded and shared in the direct conversation, and found again by its key', async () => {
  expect(await post()).toMatchObject({ outcome: 'sent', place: { platform: 'slack' } });
  expect(shared()).toMatchObject([{ name, content: Buffer.from(file.bytes), finished: true }]);
  expect(await bot.adapter.lookUp(toLi, 'e1', new Date(0))).toMatchObject({ found: 'yes' });
  expect(await bot.adapter.lookUp(toLi, 'e2', new Date(0))).toEqual({ found: 'no' });
});

test.each<[string, string, Fault, string]>([
  [
    'is limited while it asks where to upload',
    'files.getUploadURLExternal',
    { kind: 'rateLimited', retryAfter: 7 },
    'later',
  ],
  ['breaks off before anything is shared', 'files.getUploadURLExternal', { kind: 'dropAfter' }, 'later'],
  ['is refused', 'files.completeUploadExternal', { kind: 'error', code: 'channel_not_found' }, 'refused'],
  ['breaks off while it is shared', 'files.completeUploadExternal', { kind: 'dropAfter' }, 'unknown'],
])('a file that %s is told as such', async (_what, method, fault, outcome) => {
  bot.slack.failNext(method, fault);
  expect(await post()).toMatchObject({ outcome });
  expect(shared()).toHaveLength(outcome === 'unknown' ? 1 : 0);
});
