import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reply } from '../../src/chat/reply.ts';
import { toPlainText } from '../../src/chat/text.ts';
import { locales } from '../../src/i18n/locale.ts';
import { pages, readGuide } from '../docs/guide-text.ts';
import type { Conversation } from '../worlds/conversation.ts';
import { askers, inALine, openFrozenRoom } from './frozen-room.ts';

let room: Conversation;
beforeAll(async () => {
  room = await openFrozenRoom();
});
afterAll(() => room.close());

/** Whether what a guide sets in code is said to the bot, and is no word of a file. */
const isSaid = (text: string) =>
  /^\/|\s|\p{Script=Han}/u.test(text) && !/^(?:GET|npm|npx|--?)\b|^\/\w*z$|^settings\./.test(text);
/** Two ways to say the same, as help writes them. */
const OR = /　或　|, or: | or /;

/** Every sentence of the guides, the README and the help, and those that tests say, once. */
async function sentences(): Promise<string[]> {
  const guides = await Promise.all(locales.flatMap((locale) => pages.map((page) => readGuide(locale, page))));
  const readme = await readFile('README.md', 'utf8');
  const inReadme = [
    ...readme.matchAll(/`(\/(?!healthz|readyz|slack|feishu|api)[a-z][^`\n]*|\p{Script=Han}[^`\n]*)`/gu),
  ];
  const fromTests = await readFile(new URL('sentences-of-tests.txt', import.meta.url), 'utf8');
  const help = await Promise.all(locales.map((locale) => room.press(askers[locale], 'qm.help', { all: 1 })));
  return [
    ...new Set([
      ...guides.flatMap(({ typed }) => typed).filter(isSaid),
      ...inReadme.map(([, text = '']) => text),
      ...help.flatMap(wordsOf),
      ...fromTests.split('\n'),
    ]),
  ]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .sort();
}

/** What help says can be said: the first lines of its entries. */
function wordsOf(help: Reply): string[] {
  if (help.kind !== 'card') throw new Error('help is a card');
  return help.card.blocks.flatMap((block) =>
    block.kind === 'lines' ? block.lines.flatMap(({ text }) => (toPlainText(text).split('\n')[0] ?? '').split(OR)) : [],
  );
}

test.each(locales)('every sentence is answered in %s as the table says', async (locale) => {
  const table: string[] = [];
  for (const sentence of await sentences()) {
    table.push(`${sentence}\n    ${inALine(await room.say(askers[locale], sentence))}`);
  }
  expect(table.length).toBeGreaterThan(300);
  await expect(`${table.join('\n')}\n`).toMatchFileSnapshot(`sentences.${locale}.txt`);
});
