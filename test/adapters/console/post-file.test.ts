import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenConsoleAdapter, openConsoleAdapter } from '../../worlds/console.ts';

let opened: OpenConsoleAdapter;
beforeEach(async () => {
  opened = await openConsoleAdapter(async () => ({ kind: 'nothing' }));
});
afterEach(() => opened.close());

const toTom = { kind: 'user', userId: 'tom' } as const;
const name = '发现项-2026-11-23.csv';
const file = { name, bytes: Buffer.from('\ufeff编号\r\n'), type: 'text/csv' };

test('a file stands in the direct conversation once, with a link that saves it', async () => {
  const { adapter, messages, http } = opened;
  const sent = await adapter.postFile(toTom, file, 'e1', 'zh-CN');
  expect(sent).toMatchObject({ outcome: 'sent', place: { channel: 'direct:tom' } });
  expect(await adapter.postFile(toTom, file, 'e1', 'zh-CN')).toEqual(sent);
  expect(await messages.latest()).toBe(1);
  const page = await http.inject(`/console?as=tom`);
  const href = /href="(\/console\/api\/files\/[^"]+)" download/.exec(page.body)?.[1] ?? '';
  const answer = await http.inject(href.replaceAll('&amp;', '&'));
  expect(answer.rawPayload).toEqual(Buffer.from(file.bytes));
  expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  expect(answer.headers['content-type']).toBe('application/octet-stream');
});

test('what there is not is not found', async () => {
  expect((await opened.http.inject('/console/api/files/nothing?name=x')).statusCode).toBe(404);
  expect((await opened.http.inject('/console/api/files/..%2f..?name=x')).statusCode).toBe(400);
});

test('nobody is sent a file who is not there', async () => {
  expect(await opened.adapter.postFile({ kind: 'user', userId: 'mallory' }, file, 'e1', 'en')).toMatchObject({
    outcome: 'refused',
  });
});
