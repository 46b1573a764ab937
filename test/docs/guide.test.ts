import { readdir, readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { intentOf } from '../../commands/evidence/intent.ts';
import { describeSettings } from '../../src/config/config.ts';
import { messagesIn } from '../../src/i18n/translate.ts';
import { roles } from '../../src/org/roles.ts';
import { settingsSchema } from '../../src/org/settings.ts';
import { type Conversation, openConversation, textOf } from '../worlds/conversation.ts';
import { guides, pages, readGuide } from './guide-text.ts';

const catalogues = {
  en: new Set(Object.values(messagesIn('en'))),
  'zh-CN': new Set(Object.values(messagesIn('zh-CN'))),
};
const languages = ['en', 'zh-CN'] as const;
const everyPage = languages.flatMap((locale) => pages.map((page) => ({ locale, page })));
/** A picture that is looked at over the air. */
const MOST_BYTES = 120_000;

let room: Conversation;
let commandLine: string;
let npmScripts: string[];

beforeAll(async () => {
  room = await openConversation();
  const declared = ['src/main.ts', 'src/cli/declare-org.ts', 'src/cli/declare-intake.ts'];
  commandLine = (await Promise.all(declared.map((file) => readFile(file, 'utf8')))).join('\n');
  npmScripts = Object.keys((JSON.parse(await readFile('package.json', 'utf8')) as { scripts: object }).scripts);
});
afterAll(() => room.close());

test('both guides have the same pages, with the same pictures and the same settings', async () => {
  for (const locale of languages) expect((await readdir(guides[locale])).sort()).toEqual(pages);
  for (const page of pages) {
    const [inEnglish, inChinese] = await Promise.all(languages.map((locale) => readGuide(locale, page)));
    const names = (pictures: readonly string[] = []) => pictures.map((picture) => picture.split('/').at(-1));
    expect(names(inChinese?.pictures)).toEqual(names(inEnglish?.pictures));
    const settings = (typed: readonly string[] = []) => typed.filter(isSetting).sort();
    expect(settings(inChinese?.typed)).toEqual(settings(inEnglish?.typed));
  }
});

describe.each(everyPage)('$locale $page', ({ locale, page }) => {
  test('names buttons and fields as they are', async () => {
    const { labels, quoted } = await readGuide(locale, page);
    expect([...labels, ...quoted].filter((label) => !catalogues[locale].has(label))).toEqual([]);
  });

  test('tells to type only what is understood', async () => {
    const { typed } = await readGuide(locale, page);
    const strange: string[] = [];
    for (const text of typed) if (!(await isKnown(text))) strange.push(text);
    expect(strange).toEqual([]);
  });

  test('has light pictures, and links that lead somewhere', async () => {
    const { pictures, links } = await readGuide(locale, page);
    for (const picture of pictures) expect((await stat(`${guides[locale]}/${picture}`)).size).toBeLessThan(MOST_BYTES);
    const lost: string[] = [];
    for (const link of links) {
      const [file = '', part] = link.split('#');
      const text = await readFile(`${guides[locale]}/${file || page}`, 'utf8');
      if (part !== undefined && !headings(text).includes(part)) lost.push(link);
    }
    expect(lost).toEqual([]);
  });
});

test('the README tells to say only what is understood', async () => {
  const readme = await readFile('README.md', 'utf8');
  const said = [...readme.matchAll(/`(\/(?:finding|qm)[^`]*|\p{Script=Han}[^`]*)`/gu)].map(([, text = '']) => text);
  const strange: string[] = [];
  for (const text of said) if (!(await isUnderstood(text))) strange.push(text);
  expect(said.length).toBeGreaterThan(10);
  expect(strange).toEqual([]);
});

const isSetting = (text: string) => /^[A-Z_]+$/.test(text) || text.startsWith('settings.');

/** Whether what stands in backticks is something: a setting, a role, a command line, a file, or else words that the bot understands. */
async function isKnown(text: string): Promise<boolean> {
  if (/^[A-Z_]+$/.test(text)) return describeSettings().some(({ name }) => name === text);
  if (text.startsWith('settings.')) return hasPath({ settings: settingsSchema.parse({}) }, text.split('.'));
  if (/^(?:npm|npx) /.test(text)) return isCommandLine(text);
  if (text.startsWith('--')) return commandLine.includes(`'${text.split(/[\s]/)[0]}`);
  if (/^(?:[\w.]*\.(?:yaml|csv|xlsx)|GET \/\w+|#\||\w*)$/.test(text) && !text.startsWith('/')) return isInFiles(text);
  return isUnderstood(text);
}

const hasPath = (value: unknown, path: readonly string[]): boolean =>
  path.length === 0 ||
  (typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, path[0] ?? '') &&
    hasPath(Reflect.get(value, path[0] ?? ''), path.slice(1)));

function isCommandLine(text: string): boolean {
  const [program, first = '', ...rest] = text.split(' ');
  if (program === 'npm') return first === 'ci' || first === 'start' || npmScripts.includes(rest[0] ?? '');
  const [group = '', ...after] = rest;
  const command = group === 'org' ? (after[0] ?? '') : group;
  return first === 'qmbot' && new RegExp(`\\.command\\('${command}[ ']`).test(commandLine);
}

/** Words of the organisation's file, files, and the paths of health. */
async function isInFiles(text: string): Promise<boolean> {
  if (roles.some((role) => role === text)) return true;
  const sources = await Promise.all(
    ['org.sample.yaml', 'README.md', 'src/http/create-http.ts'].map((file) => readFile(file, 'utf8')),
  );
  return (
    sources.some((source) => source.includes(text.replace('GET ', ''))) ||
    /\.(?:csv|xlsx)$/.test(text) ||
    isUnderstood(text)
  );
}

/** Whether the bot does something with it. A day for a list, or words about a message that is answered, are understood as such. */
async function isUnderstood(text: string): Promise<boolean> {
  if (intentOf(text)) return true;
  const said = text.replace(/^\/(?:qm\b ?)?/, '');
  const [noun, ...rest] = said.split(' ');
  const reply = noun === 'finding' ? await room.say('emily', rest.join(' '), 'finding') : await room.say('emily', said);
  return !/was not understood|没看懂|没听懂/.test(textOf(reply));
}

/** The parts of a page as links call them. */
const headings = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
