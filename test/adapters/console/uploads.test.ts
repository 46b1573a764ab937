import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { type OpenConsoleAdapter, openConsoleAdapter } from '../../worlds/console.ts';

let stage: OpenConsoleAdapter;
let origin = '';
const seen: Interaction[] = [];

beforeAll(async () => {
  stage = await openConsoleAdapter(async (interaction) => {
    seen.push(interaction);
    return { kind: 'nothing' };
  });
  origin = await stage.http.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => stage.close());
beforeEach(() => {
  seen.length = 0;
});

const upload = (name: string, body: string, { as = 'li-na', from = origin } = {}) =>
  fetch(`${origin}/console/api/uploads?${new URLSearchParams({ as, name }).toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', origin: from },
    body,
  });
const submit = (values: string[]) =>
  fetch(`${origin}/console/api/interactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({
      id: crypto.randomUUID(),
      as: 'li-na',
      space: 'direct:li-na',
      kind: 'submit',
      form: 'finding.new',
      context: {},
      fields: [{ name: 'photos', kind: 'files', values }],
    }),
  });

test('takes a file while the form is filled in, and hands in a reference to it', async () => {
  const answer = await upload('门禁.jpg', 'photo');
  const { id } = (await answer.json()) as { id: string };
  await submit([JSON.stringify({ id, name: '门禁.jpg' })]);
  const photos = [{ platform: 'console', workspace: 'local', ref: id, name: '门禁.jpg' }];
  expect(seen.at(-1)).toMatchObject({ kind: 'submit', answers: { photos } });
  const got = await stage.adapter.download(photos[0] as never, AbortSignal.timeout(1_000));
  if (got.outcome !== 'stream') throw new Error(got.outcome);
  const pieces: Uint8Array[] = [];
  for await (const piece of got.content) pieces.push(piece);
  expect(Buffer.concat(pieces).toString()).toBe('photo');
});

test('has nothing under an id of nobody', async () => {
  const ref = { platform: 'console', workspace: 'local', ref: 'nothing', name: '' } as const;
  expect(await stage.adapter.download(ref, AbortSignal.timeout(1_000))).toMatchObject({ outcome: 'gone' });
});

test.each([
  ['an empty file', 'a.txt', '', 422, 'fileEmpty'],
  ['what is not kept', 'a.exe', 'MZ', 422, 'fileType'],
])('says why it does not take %s', async (_what, name, body, status, error) => {
  const answer = await upload(name, body);
  expect([answer.status, await answer.json()]).toEqual([status, { error }]);
});

test('takes nothing from another page, from a stranger to the console, or without a name', async () => {
  expect((await upload('a.jpg', 'x', { from: 'https://evil.example' })).status).toBe(403);
  expect((await upload('a.jpg', 'x', { as: 'nobody' })).status).toBe(403);
  expect((await upload('', 'x')).status).toBe(400);
  expect((await upload('x'.repeat(300), 'x')).status).toBe(400);
});

test('leaves out of the answer what is no file of the page', async () => {
  await submit(['no JSON', '{"id":5}', JSON.stringify({ id: 'u1', name: 'x'.repeat(300) })]);
  expect(seen.at(-1)).toMatchObject({ answers: { photos: [] } });
});
