import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordTypes } from '../../src/quality/index.ts';
import { samplesByName } from './samples.ts';
import { draw } from './show.ts';

const byName = samplesByName();
const folder = new URL('expected/', import.meta.url);

describe('every card and form, on Slack, Feishu and the console beside each other', () => {
  test.each([...byName])('%s reads as expected, and no platform refuses it', async (name, samples) => {
    const drawn = `${samples.map(draw).join('\n\n')}\n`;
    await expect(drawn).toMatchFileSnapshot(new URL(`${name}.txt`, folder).pathname);
  });
});

test('no expected output is left of something that is no longer shown', () => {
  expect(readdirSync(folder).sort()).toEqual([...byName.keys()].map((name) => `${name}.txt`).sort());
});

test('every state and every move that asks something has its sample', () => {
  const asking = recordTypes.flatMap(({ type, moves }) =>
    Object.entries(moves).flatMap(([move, { ask }]) => (ask ? [`form.${type}.${move}`] : [])),
  );
  expect(asking.filter((form) => !byName.has(`${form}.zh-CN`))).toEqual([]);
  const states = recordTypes.flatMap(({ type, states: all }) => Object.keys(all).map((state) => `${type}.${state}`));
  expect(states.filter((state) => !byName.has(`${state}.zh-CN`))).toEqual([]);
});
