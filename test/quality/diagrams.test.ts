import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import { recordTypes } from '../../src/quality/index.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label } from '../../src/records/say.ts';

const folder = new URL('../../docs/record-types/', import.meta.url);

test.each(recordTypes)('the page of $type draws its life as it is declared', async (type) => {
  await expect(pageOf(type)).toMatchFileSnapshot(new URL(`${type.type}.md`, folder).pathname);
});

test('there is a page for every record type, and for nothing else', async () => {
  expect((await readdir(folder)).sort()).toEqual(recordTypes.map(({ type }) => `${type}.md`).sort());
});

const both = (key: string) =>
  (['en', 'zh-CN'] as const satisfies Locale[]).map((locale) => label(key, locale)).join(' · ');

/** A page of the documentation: the states, and every move that leads from one to another. */
function pageOf({ type, words, states, moves, initialState }: RecordType<unknown>): string {
  const arrows = Object.entries(moves).flatMap(([name, { from, targets }]) =>
    from.flatMap((state) =>
      targets
        .filter((target) => target !== state)
        .map((target) => `  ${state} --> ${target}: ${label(`${type}.move.${name}`, 'en')}`),
    ),
  );
  const ends = Object.entries(states).flatMap(([state, { final }]) => (final ? [`  ${state} --> [*]`] : []));
  const names = Object.keys(states).map((state) => `  ${state}: ${both(`${type}.state.${state}`)}`);
  return [
    `# ${translate('en', words.noun)} · ${translate('zh-CN', words.noun)}`,
    '',
    `Drawn from \`${type}\` as it is declared in \`src/quality\`; \`npx vitest run test/quality/diagrams.test.ts -u\` draws it again.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...names,
    `  [*] --> ${initialState}`,
    ...new Set(arrows),
    ...ends,
    '```',
    '',
  ].join('\n');
}
