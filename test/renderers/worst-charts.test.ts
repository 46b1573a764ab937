import { describe, expect, test } from 'vitest';
import type { Card, Handwriting } from '../../src/chat/card.ts';
import { words } from '../../src/chat/text.ts';
import { locales } from '../../src/i18n/locale.ts';
import { cardOf, charts, signature, worstChart } from './chart-samples.ts';
import { showOnConsole, showOnFeishu, showOnSlack } from './show.ts';
import { textOf } from './worst-case.ts';

const kinds = ['bar', 'stacked', 'line', 'pie'] as const;
const forms = [{ as: 'native' }, { as: 'words' }] as const;
const shown = (card: Card) => ({ kind: 'card', card }) as const;

/** Charts beside as many lines as a digest may have. */
const crowded: Card = {
  ...cardOf(...kinds.map(worstChart), ...kinds.map(worstChart)),
  blocks: [
    ...kinds.map(worstChart),
    { kind: 'lines', lines: Array.from({ length: 60 }, () => ({ text: words('机房门禁记录缺失，'.repeat(40)) })) },
    ...kinds.map(worstChart),
  ],
};

describe.each(locales)('charts of more than any platform takes, in %s', (locale) => {
  test.each(kinds)('%s is taken by Slack as its own chart and in words, and by Feishu', (as) => {
    const card = cardOf(worstChart(as));
    for (const form of forms) expect(() => showOnSlack(shown(card), locale, form)).not.toThrow();
    expect(() => showOnFeishu(shown(card), locale)).not.toThrow();
    expect(showOnConsole(shown(card), locale)).toContain('<svg class="chart"');
  });

  test.each(kinds)('%s as a picture has an alternative text that Slack takes', (as) => {
    const chart = worstChart(as);
    const files = new Map([[chart, 'F00000001']]);
    const taken = showOnSlack(shown(cardOf(chart)), locale, { as: 'pictures', files });
    expect(JSON.stringify(taken)).toContain('"slack_file":{"id":"F00000001"}');
  });

  test('eight of them beside a long list are shortened and told in words, and refused by nobody', () => {
    for (const form of forms) expect(() => showOnSlack(shown(crowded), locale, form)).not.toThrow();
    expect(() => showOnFeishu(shown(crowded), locale)).not.toThrow();
  });
});

/** As many points as are taken, each a line of its own and in a far corner, by somebody of the longest name. */
const worstHandwriting: Handwriting = {
  ...signature,
  sheet: { ...signature.sheet, strokes: Array.from({ length: 1500 }, () => [[1000, 400]]) },
  alt: textOf(4000, '<at id=all></at>*_&"'),
};

test.each(locales)('handwriting of the most lines is accepted everywhere, beside any other block, in %s', (locale) => {
  const beside = shown({ ...crowded, blocks: [worstHandwriting, ...crowded.blocks] });
  const slack = showOnSlack(beside, locale);
  expect(JSON.stringify(slack)).toContain('"slack_file":{"id":"F00000000"}');
  expect(JSON.stringify(showOnFeishu(beside, locale))).toContain('"img_key":"F00000000"');
  const inConsole = showOnConsole(shown(cardOf(worstHandwriting)), locale);
  expect(inConsole).toContain('<svg class="handwriting"');
  expect(inConsole).not.toContain('<at id');
});

test('where there is no picture of it, handwriting leaves the card as it is without', () => {
  const without = shown(cardOf());
  const slack = showOnSlack(shown(cardOf(signature)), 'en', { as: 'words' });
  expect(slack).toEqual(showOnSlack({ ...without, card: { ...without.card, summary: signature.alt } }, 'en'));
});

test('the third chart of a Slack message is told in words, for Slack draws two', () => {
  const taken = showOnSlack(shown(cardOf(charts.trend, charts.onTime, charts.causes)), 'zh-CN');
  const blocks = taken.kind === 'message' ? taken.message.blocks.map(({ type }) => type) : [];
  expect(blocks).toEqual(['header', 'data_visualization', 'data_visualization', 'rich_text']);
});

test('a sixth chart of a Feishu card is told in a sentence, for Feishu advises five', () => {
  const six = cardOf(...Array.from({ length: 6 }, () => ({ ...charts.overdue })));
  const tags = showOnFeishu(shown(six), 'zh-CN').body.elements.map((element) => Object(element).tag);
  expect(tags).toEqual(['chart', 'chart', 'chart', 'chart', 'chart', 'div']);
});

test('words of people in a chart cannot mention or format', () => {
  const chart = {
    ...charts.overdue,
    title: '<!channel> *x*',
    categories: ['<at id=all></at>', '<@U1>', '**', '`', '<b>'],
  };
  expect(showOnConsole(shown(cardOf(chart)), 'en')).not.toContain('<b>');
  const slack = showOnSlack(shown(cardOf(chart)), 'en', { as: 'words' });
  expect(JSON.stringify(slack)).not.toContain('"type":"user"');
  expect(() => showOnFeishu(shown(cardOf(chart)), 'en')).not.toThrow();
});
