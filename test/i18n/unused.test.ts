import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { zhCn } from '../../src/i18n/zh-cn/index.ts';
import { recordTypes } from '../../src/quality/index.ts';

/** The sections of a type's words that the engine reads by names of its own. */
const DERIVED = /^\w+\.(?:noun|nouns|created|new\.title|state\..*|lead\..*|move\..*|done\..*|duty\..*)$/;

async function sourceText(): Promise<string> {
  const folders = await Promise.all(
    ['src', 'adapters', 'commands', 'jobs'].map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );
  const files = folders
    .flat()
    .flatMap((entry) => (entry.isFile() && /\.[jt]s$/.test(entry.name) ? [`${entry.parentPath}/${entry.name}`] : []))
    .filter((file) => !/src\/i18n\/|\/words(?:\/\w+)?\.ts$/.test(file));
  expect(files.length).toBeGreaterThan(900);
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Every way in which a key may be named: whole, by a template, or by its beginning. */
function namedIn(text: string): (key: string) => boolean {
  const literals = new Set([...text.matchAll(/['"]([\w-]+(?:\.[\w-]+)*)['"]/g)].map(([, literal = '']) => literal));
  const templates = [...new Set([...text.matchAll(/`([\w.-]*\$\{[^`]*)`/g)].map(([, template = '']) => template))]
    .filter((template) => /^[\w-]+\./.test(template))
    .map(
      (template) =>
        new RegExp(
          `^${template
            .split(/\$\{[^}]*\}/)
            .map(escaped)
            .join('[\\w.-]+')}$`,
        ),
    );
  const beginsWithLiteral = (key: string) =>
    key.startsWith('incidentImport.') ||
    key.split('.').some((_part, at, parts) => at > 1 && literals.has(parts.slice(0, at).join('.')));
  return (key) => literals.has(key) || beginsWithLiteral(key) || templates.some((template) => template.test(key));
}

/** Whether a type's word is used through the object of its words: by its name, or by its section with a name that is computed. */
function usedAsWord(text: string, type: string, key: string): boolean {
  const words = `${type}Words`;
  const own = key.slice(type.length + 1);
  const [section = '', ...rest] = own.split('.');
  const named = rest.length === 0 ? `${words}.${section}` : `${words}.${section}.${rest.join('.')}`;
  const computed = [`${words}\\.${section}\\[(?!')`, `${words}\\[(?!')`, `${escaped(named)}\\b`];
  const quoted = [`${words}.${section}['${rest.join('.')}']`, `${words}['${own}']`];
  return computed.some((pattern) => new RegExp(pattern).test(text)) || quoted.some((way) => text.includes(way));
}

test('nothing is said by nobody: every message and every word of a type is used', async () => {
  const text = await sourceText();
  const isNamed = namedIn(text);
  const types = recordTypes.map(({ type }) => type);
  // Not what is registered by now: other tests register types of their own.
  const ofTypes = recordTypes.flatMap(({ words }) => Object.keys(words.catalogues['zh-CN']));
  const unused = [...Object.keys(zhCn), ...ofTypes].filter((key) => {
    const type = types.find((one) => key.startsWith(`${one}.`));
    if (type === undefined) return !isNamed(key);
    return !DERIVED.test(key) && !isNamed(key) && !usedAsWord(text, type, key);
  });
  expect(unused).toEqual([]);
});
