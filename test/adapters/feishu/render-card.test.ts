import { expect, test } from 'vitest';
import { bytesOf, elementsOf, fits } from '../../../adapters/feishu/render/card-size.ts';
import { renderCard } from '../../../adapters/feishu/render/render-card.ts';
import type { Block, Card, Tone } from '../../../src/chat/card.ts';
import { bold, plain, words } from '../../../src/chat/text.ts';
import { checkCard } from '../../stand-ins/feishu/check-card.ts';

const cardOf = (...blocks: Block[]): Card => ({ title: '标题', tone: 'neutral', summary: '一句话', blocks });
const elements = (...blocks: Block[]) => renderCard(cardOf(...blocks), 'zh-CN').body.elements;
const taken = (card: unknown) =>
  checkCard(card, Buffer.byteLength(JSON.stringify(card)), { user: (id) => id === 'ou_1', picture: () => false });

test('frames a card as a shared one with its summary and title', () => {
  expect(renderCard({ title: '标题', tone: 'late', summary: '已逾期', blocks: [] }, 'zh-CN')).toEqual({
    schema: '2.0',
    config: { update_multi: true, summary: { content: '已逾期' } },
    header: { title: { tag: 'plain_text', content: '标题' }, template: 'red' },
    body: { elements: [] },
  });
});

test.each<[Tone, string]>([
  ['neutral', 'default'],
  ['action', 'blue'],
  ['warning', 'orange'],
  ['late', 'red'],
  ['good', 'green'],
  ['muted', 'grey'],
])('shows the tone %s as %s', (tone, color) => {
  expect(renderCard({ ...cardOf(), tone }, 'zh-CN').header?.template).toBe(color);
});

test('renders plain text without any markup, and typed pieces as lark_md', () => {
  const text = [
    plain('由 '),
    { kind: 'person', name: '李娜', userId: 'ou_1' } as const,
    plain(' *提交*，'),
    bold('逾期'),
  ];
  expect(elements({ kind: 'text', text: words('a *b* <at id=all>') }, { kind: 'text', text })).toEqual([
    { tag: 'div', text: { tag: 'plain_text', content: 'a *b* <at id=all>' } },
    { tag: 'div', text: { tag: 'lark_md', content: '由 <at id=ou_1></at> &#42;提交&#42;，**逾期**' } },
  ]);
});

test('renders facts side by side, a grey label over each value', () => {
  const facts = [
    { label: '状态', value: words('待批准') },
    { label: '期限', value: [bold('10 月 13 日')] },
  ];
  expect(elements({ kind: 'facts', facts })).toEqual([
    {
      tag: 'column_set',
      flex_mode: 'bisect',
      columns: [
        {
          tag: 'column',
          vertical_spacing: '2px',
          elements: [
            { tag: 'div', text: { tag: 'plain_text', content: '状态', text_size: 'notation', text_color: 'grey' } },
            { tag: 'div', text: { tag: 'plain_text', content: '待批准' } },
          ],
        },
        {
          tag: 'column',
          vertical_spacing: '2px',
          elements: [
            { tag: 'div', text: { tag: 'plain_text', content: '期限', text_size: 'notation', text_color: 'grey' } },
            { tag: 'div', text: { tag: 'lark_md', content: '**10 月 13 日**' } },
          ],
        },
      ],
    },
  ]);
});

test('sets a quote off on grey', () => {
  expect(elements({ kind: 'quote', text: words('他说') })).toEqual([
    {
      tag: 'column_set',
      flex_mode: 'none',
      background_style: 'grey',
      columns: [
        {
          tag: 'column',
          width: 'weighted',
          weight: 1,
          padding: '8px',
          elements: [{ tag: 'div', text: { tag: 'plain_text', content: '他说' } }],
        },
      ],
    },
  ]);
});

test('renders a heading, a note and a divider', () => {
  expect(
    elements({ kind: 'heading', text: '原因' }, { kind: 'note', text: words('5 个工作日') }, { kind: 'divider' }),
  ).toEqual([
    { tag: 'div', text: { tag: 'plain_text', content: '原因', text_size: 'heading' } },
    { tag: 'div', text: { tag: 'plain_text', content: '5 个工作日', text_size: 'notation', text_color: 'grey' } },
    { tag: 'hr' },
  ]);
});

test('renders grey print with a mention by a font tag, for lark_md takes no colour', () => {
  const text = [{ kind: 'person', name: '李娜', userId: 'ou_1' } as const];
  expect(elements({ kind: 'note', text })).toEqual([
    {
      tag: 'div',
      text: { tag: 'lark_md', content: "<font color='grey'><at id=ou_1></at></font>", text_size: 'notation' },
    },
  ]);
});

const open = { action: 'finding.open', label: '打开', value: { record: 'r1', round: 2 } } as const;
const openElement = {
  tag: 'button',
  text: { tag: 'plain_text', content: '打开' },
  type: 'default',
  behaviors: [
    { type: 'callback', value: { kind: 'press', action: 'finding.open', data: '{"record":"r1","round":2}' } },
  ],
};

test('renders lines, a button at the end of those that have one', () => {
  expect(elements({ kind: 'lines', lines: [{ text: words('甲') }, { text: words('乙'), button: open }] })).toEqual([
    { tag: 'div', text: { tag: 'plain_text', content: '甲' } },
    {
      tag: 'column_set',
      flex_mode: 'none',
      columns: [
        {
          tag: 'column',
          width: 'weighted',
          weight: 1,
          vertical_align: 'center',
          elements: [{ tag: 'div', text: { tag: 'plain_text', content: '乙' } }],
        },
        { tag: 'column', width: 'auto', elements: [openElement] },
      ],
    },
  ]);
});

test('renders buttons in a row that flows, with style and confirmation', () => {
  const confirm = { title: '退回？', text: '将开始新的一轮', yes: '退回', no: '不' };
  const buttons = [
    { ...open, style: 'primary' as const },
    { ...open, label: '退回', style: 'danger' as const, confirm },
  ];
  expect(elements({ kind: 'buttons', buttons })).toEqual([
    {
      tag: 'column_set',
      flex_mode: 'flow',
      horizontal_spacing: '8px',
      columns: [
        { tag: 'column', elements: [{ ...openElement, type: 'primary_filled' }] },
        {
          tag: 'column',
          elements: [
            {
              ...openElement,
              text: { tag: 'plain_text', content: '退回' },
              type: 'danger',
              confirm: {
                title: { tag: 'plain_text', content: '退回？' },
                text: { tag: 'plain_text', content: '将开始新的一轮' },
              },
            },
          ],
        },
      ],
    },
  ]);
});

test('gives blocks without content no element', () => {
  expect(
    elements({ kind: 'facts', facts: [] }, { kind: 'buttons', buttons: [] }, { kind: 'lines', lines: [] }),
  ).toEqual([]);
});

test('carries its mark on the first element and in every button', () => {
  const card = renderCard(cardOf({ kind: 'divider' }, { kind: 'buttons', buttons: [open] }), 'zh-CN', {
    direct: true,
    mark: 'k0123456789abcdef012',
  });
  expect(card.body.elements[0]).toEqual({ tag: 'hr', element_id: 'k0123456789abcdef012' });
  expect(JSON.stringify(card.body.elements[1])).toContain('"direct":"1","mark":"k0123456789abcdef012"');
  expect(() => taken(card)).not.toThrow();
});

test('cuts what is too large for Feishu, and says how much is missing', () => {
  const long = cardOf({ kind: 'text', text: words('字'.repeat(20_000)) }, { kind: 'buttons', buttons: [open] });
  const card = renderCard(long, 'zh-CN');
  expect(bytesOf(card)).toBeLessThan(30_000);
  expect(JSON.stringify(card)).toContain('… （后面还有 16000 个字，没有显示）');
  expect(JSON.stringify(card)).toContain('"finding.open"');
  expect(() => taken(card)).not.toThrow();
});

test('cuts a list with more elements than a card takes, and counts the rest', () => {
  const lines = Array.from({ length: 100 }, (_, index) => ({ text: words(`第 ${index} 项`), button: open }));
  const card = renderCard(cardOf({ kind: 'lines', lines }), 'en');
  expect(elementsOf(card)).toBeLessThanOrEqual(200);
  expect(JSON.stringify(card)).toContain('more are not shown');
  expect(fits(card)).toBe(true);
  expect(() => taken(card)).not.toThrow();
});
