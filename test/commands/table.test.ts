import { expect, test } from 'vitest';
import { command } from '../../commands/command.ts';
import { tableOf } from '../../commands/find-command.ts';
import { typed } from '../../commands/say-command.ts';
import { nearCommands } from '../../commands/suggest/near-commands.ts';
import { table } from '../../commands/table.ts';
import { locales } from '../../src/i18n/locale.ts';

const OF_A_TYPE = /\.(?:new|list|search|stats|show|overdue|mine|approvals|help|find)$/;

const spoken = table.all.flatMap((one) =>
  locales.flatMap((locale) => [
    ...(one.words?.[locale] ?? []).map((text) => ({ text, one })),
    ...(one.phrases?.[locale] ?? []).map((text) => ({ text, one })),
  ]),
);

test('every command has an id of its own', () => {
  const ids = table.all.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(ids.length).toBeGreaterThan(200);
});

test('every word is understood as the command it belongs to', () => {
  const missed = spoken.filter(({ text, one }) => {
    const found = table.bySaid(text);
    return found?.command !== one && !found?.command.phrases;
  });
  expect(missed.map(({ text }) => text)).toEqual([]);
});

const say = (id: `${string}.${string}`, words: readonly string[]) => command({ id, words: { 'zh-CN': [], en: words } });

test('two commands that are said in one way are none', () => {
  expect(() => tableOf([say('a.one', ['call-back']), say('a.two', ['Call back'])])).toThrow(
    'a.two and a.one are both said “Call back”.',
  );
});

test.each([
  ['away', 'away', ''],
  ['away 12-01', 'away', '12-01'],
  ['away on leave', 'away on', 'leave'],
  ['Away, tomorrow', 'away', 'tomorrow'],
  ['休假明天', '休假', '明天'],
  ['休假12月1日', '休假', '12月1日'],
  ['休 假 明天', '休假', '明天'],
  ['awayday', null, null],
  ['休假制度', null, null],
])('%j is %j and %j', (said, word, rest) => {
  const commands = ['away', 'away on', '休假'].map((each, at) => say(`a.word${at}`, [each]));
  const found = tableOf(commands).bySaid(said);
  expect(found?.command.words?.en[0] ?? null).toBe(word);
  expect(found?.rest ?? null).toBe(rest);
});

test('every command that is said is told of: in help, or under the word for its type', () => {
  const untold = table.all.filter(
    ({ id, say, does, topic }) => say && topic === undefined && !(does && OF_A_TYPE.test(id)),
  );
  // A greeting is no command to be told of.
  expect(untold.map(({ id }) => id)).toEqual(['qm.hello']);
});

test('a slip in any word that people are told suggests its command', () => {
  const missed = table.all.flatMap((one) =>
    locales.flatMap((locale) => {
      const word = one.phrases?.[locale][0] ?? one.words?.[locale][0];
      if (!one.say || word === undefined || word.length < 4) return [];
      const slip = word.slice(0, -2) + word.slice(-1);
      const near = nearCommands(slip.split(' '), table.all, 8, { locale, sure: false });
      const isMeant = near.some(
        (text) => text === typed(word, table.all) || table.bySaid(text.replace(/^\/(?:qm )?/, ''))?.command === one,
      );
      return isMeant || table.bySaid(slip) !== null ? [] : [`${slip} (${one.id})`];
    }),
  );
  expect(missed).toEqual([]);
});
