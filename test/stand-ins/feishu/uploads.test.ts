import { expect, test } from 'vitest';
import { takePicture } from './uploads.ts';
import { World } from './world.ts';

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The form as it arrives. */
async function taken(content: Buffer, type = 'message') {
  const form = new FormData();
  form.set('image_type', type);
  form.set('image', new Blob([new Uint8Array(content)]), 'file');
  const request = new Request('http://feishu', { method: 'POST', body: form });
  const bytes = Buffer.from(await request.arrayBuffer());
  const world = new World({ now: () => new Date() }, 'cli_1');
  const answer = takePicture(world, bytes, request.headers.get('content-type') ?? '');
  return world.pictures.get(answer.image_key);
}

test('keeps a picture byte for byte', async () => {
  expect(await taken(PNG)).toEqual(PNG);
});

test.each<[string, number, Buffer, string?]>([
  ['what is for neither a message nor an avatar', 234001, PNG, 'card'],
  ['nothing', 234010, Buffer.alloc(0)],
  ['what is no picture', 234011, Buffer.from('<svg/>')],
  ['more than 10 MB', 234006, Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)])],
])('refuses %s', async (_what, code, content, type) => {
  await expect(taken(content, type)).rejects.toMatchObject({ code });
});
