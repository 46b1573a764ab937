import { expect, test } from 'vitest';
import { rememberPictures } from '../../src/charts/picture-uploads.ts';
import type { Handwriting, Picture } from '../../src/chat/card.ts';
import { charts, signature } from '../renderers/chart-samples.ts';

/** A platform that takes pictures in, and notes which. */
function platform(refuse: (picture: Picture) => boolean = () => false) {
  const taken: Picture[] = [];
  const uploads = rememberPictures(async (picture) => {
    taken.push(picture);
    if (refuse(picture)) throw new Error('refused');
    return picture === charts.nothing ? null : `F${taken.length}`;
  });
  return { taken, uploads };
}
const drawnAt = (across: number): Handwriting => ({
  ...signature,
  sheet: { ...signature.sheet, strokes: [[[across, 1]]] },
});

test('the same picture is uploaded once, for any caller and any number of calls; in another language it is another', async () => {
  const { taken, uploads } = platform();
  const again = structuredClone(signature);
  const both = [uploads.upload([signature], 'en'), uploads.upload([again], 'en')];
  expect((await Promise.all(both)).map((uploaded) => [...uploaded])).toEqual([[[signature, 'F1']], [[again, 'F1']]]);
  expect([...uploads.known([signature], 'en').values()]).toEqual(['F1']);
  expect(uploads.known([signature], 'zh-CN').size).toBe(0);
  await uploads.upload([signature], 'zh-CN');
  expect(taken).toHaveLength(2);
});

test('what cannot be drawn has no file, and is not tried again', async () => {
  const { taken, uploads } = platform();
  expect((await uploads.upload([charts.nothing, signature], 'en')).size).toBe(1);
  expect((await uploads.upload([charts.nothing], 'en')).size).toBe(0);
  expect(taken).toEqual([charts.nothing, signature]);
});

test('what was refused is tried again the next time', async () => {
  let refusing = true;
  const { uploads } = platform(() => refusing);
  await expect(uploads.upload([signature], 'en')).rejects.toThrow('refused');
  expect(uploads.known([signature], 'en').size).toBe(0);
  refusing = false;
  expect((await uploads.upload([signature], 'en')).size).toBe(1);
});

test('the oldest of more than five hundred is forgotten', async () => {
  const { taken, uploads } = platform();
  const drawn = Array.from({ length: 501 }, (_, at) => drawnAt(at));
  await uploads.upload(drawn, 'en');
  expect(uploads.known(drawn, 'en').size).toBe(500);
  await uploads.upload(drawn.slice(1), 'en');
  expect(taken).toHaveLength(501);
  await uploads.upload(drawn.slice(0, 1), 'en');
  expect(taken).toHaveLength(502);
});
