import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figuresOfPeriods, statsOfSeveralTypes } from '../../src/figures/by-type.ts';
import { locales } from '../../src/i18n/locale.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { label } from '../../src/records/say.ts';
import { type Conversation, openConversation, textOf } from '../worlds/conversation.ts';

let room: Conversation;
beforeAll(async () => {
  room = await openConversation();
  await room.reported();
  await room.reported();
});
afterAll(() => room.close());

test('the tables of figures name record types that there are', () => {
  const known = recordTypes.map(({ type }) => type);
  expect(known).toEqual(expect.arrayContaining([...Object.keys(statsOfSeveralTypes), ...figuresOfPeriods]));
});

describe.each(recordTypes.filter(({ type }) => !figuresOfPeriods.has(type)).map((type) => [type.type, type] as const))(
  'statistics of %s',
  (name, type) => {
    test.each(locales)('bear its name and count its records alone (%s)', async (locale) => {
      const person = locale === 'en' ? 'emily' : 'li-na';
      const reply = await room.say(person, `${label(type.words.noun, locale)} ${locale === 'en' ? 'stats' : '统计'}`);
      const nouns = label(type.words.nouns, locale).toLowerCase();
      expect(reply.kind === 'card' && reply.card.title.toLowerCase()).toContain(nouns);
      const open = locale === 'en' ? 'Open: ' : '未关闭: ';
      expect(textOf(reply)).toContain(`${open}${name === 'finding' ? 2 : 0}`);
    });
  },
);
