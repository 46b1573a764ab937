import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MAX_FIELDS } from '../../src/chat/form.ts';
import { locales } from '../../src/i18n/locale.ts';
import { isMessageKey } from '../../src/i18n/translate.ts';
import { roles } from '../../src/org/roles.ts';
import { recordTypes } from '../../src/quality/index.ts';
import type { View } from '../../src/records/declaration/record-context.ts';
import { label } from '../../src/records/say.ts';
import { isFreeText } from '../../src/records/shape/free-text.ts';
import { MONDAY, testOrganisation } from '../support/organisation.ts';

const folders = readdirSync(new URL('../../src/quality', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  // A vocabulary that types share, and no type.
  .filter((name) => name !== 'satisfaction');

test('every folder of record types is in the list, and nothing else', () => {
  const inKebabCase = (type: string) => type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  expect(recordTypes.map(({ type }) => inKebabCase(type)).sort()).toEqual(folders.sort());
});

test('every role of the organisation has a name', () => {
  expect(roles.filter((role) => !isMessageKey(`role.${role}`))).toEqual([]);
});

describe.each(recordTypes)('$type', (type) => {
  const { type: noun, states, moves, creation, number, raised } = type;
  const isByPeople = number.per !== 'parent' && raised !== true;

  test('has a word in the catalogues for everything whose words are put together at run time', () => {
    const owned = Object.entries(states).filter(([, { owner }]) => owner);
    const keys = [
      `${noun}.noun`,
      `${noun}.nouns`,
      ...Object.keys(states).map((state) => `${noun}.state.${state}`),
      ...Object.keys(moves).flatMap((move) => [`${noun}.move.${move}`, `${noun}.done.${move}`]),
      `${noun}.done.create`,
      ...owned.map(([state]) => `${noun}.lead.${state}`),
      ...(isByPeople ? [`${noun}.new.title`, `${noun}.created`] : []),
    ];
    expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  });

  test('has deeds that read after a name and after “已” alike', () => {
    const deeds = Object.keys(moves).map((move) => label(`${noun}.done.${move}`, 'zh-CN'));
    expect(deeds.filter((deed) => deed.startsWith('已'))).toEqual([]);
  });

  test('names every role that it gives rights to', () => {
    const given = [
      ...Object.values(states).flatMap(({ owner, not = [] }) => [...(owner ? [owner] : []), ...not]),
      ...Object.values(moves).flatMap(({ by, not = [] }) => [...by, ...not]),
    ];
    expect(given.filter(({ label }) => !isMessageKey(label))).toEqual([]);
  });

  test('can be left from every state that is not final, and leads only to states that there are', () => {
    const open = Object.entries(states).filter(([, { final }]) => !final);
    const left = new Set(Object.values(moves).flatMap(({ from }) => from));
    expect(open.filter(([state]) => !left.has(state))).toEqual([]);
    const led = Object.entries(moves).flatMap(([move, { targets }]) => targets.map((state) => ({ move, state })));
    expect(led.filter(({ state }) => !Object.hasOwn(states, state))).toEqual([]);
  });

  test('comes to every state that there is', () => {
    const reached = new Set([type.initialState]);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const { from, targets } of Object.values(moves)) {
        if (from.some((state) => reached.has(state))) for (const target of targets) reached.add(target);
      }
    }
    expect(Object.keys(states).filter((state) => !reached.has(state))).toEqual([]);
  });

  describe.each(locales)('in %s', (locale) => {
    const org = testOrganisation();
    const view: View = { org, now: MONDAY, locale, platform: 'console', workspace: 'local', viewer: 'li-na' };
    const forms = [
      ...(isByPeople ? [['new', creation.ask.fields(null, view)] as const] : []),
      ...Object.entries(moves).flatMap(([move, { ask }]) => (ask ? [[move, ask.fields(null, view)] as const] : [])),
    ];

    test.each(forms)(
      'the form of %s fits every platform and every question has a name, a label and a limit',
      (_move, fields) => {
        expect(fields.length).toBeGreaterThan(0);
        expect(fields.length).toBeLessThanOrEqual(MAX_FIELDS);
        expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
        for (const { name, label, hint = '' } of fields) {
          expect(name).toMatch(/^[a-zA-Z][a-zA-Z0-9]{0,19}$/);
          expect(`${label}${hint}`).not.toMatch(/[{}]|^\w+\.\w+/);
        }
      },
    );
  });

  test('hides every text that a person wrote from the chain, so that it can be erased', () => {
    const told = z.toJSONSchema(type.data, { unrepresentable: 'any', io: 'output' });
    const long = pathsOfTexts(told).filter(({ most }) => most > 100);
    expect(long.length).toBeGreaterThan(0);
    expect(long.filter(({ path }) => !isFreeText(type.data, path))).toEqual([]);
  });
});

const node = z.looseObject({
  /** A list where it may also be null. */
  type: z.union([z.string(), z.array(z.string())]).optional(),
  maxLength: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** Where a JSON schema has strings of no form of their own, and how long they may be. */
function pathsOfTexts(schema: unknown, path: readonly string[] = []): { path: readonly string[]; most: number }[] {
  const { type, maxLength, properties = {}, items } = node.parse(schema);
  if ([type].flat().includes('string') && maxLength !== undefined) return [{ path, most: maxLength }];
  if (items !== undefined) return pathsOfTexts(items, [...path, '0']);
  return Object.entries(properties).flatMap(([key, child]) => pathsOfTexts(child, [...path, key]));
}
