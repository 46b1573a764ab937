import { describe, expect, test } from 'vitest';
import { renderCard } from '../../../adapters/slack/render/render-card.ts';
import type { Block, Card } from '../../../src/chat/card.ts';
import { bold, plain, words } from '../../../src/chat/text.ts';
import { checkContent } from '../../stand-ins/slack/check.ts';

const button = { action: 'finding.open', label: '打开', value: { number: 'FD-2026-0001' } } as const;
const drawnButton = {
  type: 'button',
  action_id: 'finding.open',
  text: { type: 'plain_text', text: '打开', emoji: false },
  value: '{"number":"FD-2026-0001"}',
};
const cardOf = (...blocks: Block[]): Card => ({ title: '标题', tone: 'neutral', summary: '摘要', blocks });
const rich = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const small = (text: string) => ({ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] });

/** Draws a card of these blocks; whatever comes out is also shown to the stand-in's checks. */
function draw(...blocks: Block[]) {
  const message = renderCard(cardOf(...blocks), 'zh-CN');
  checkContent(message);
  return message.blocks.slice(1);
}

test('a title is a header, and the summary is the text of the notification', () => {
  expect(renderCard(cardOf(), 'zh-CN')).toEqual({
    text: '摘要',
    blocks: [{ type: 'header', text: { type: 'plain_text', text: '标题', emoji: false } }],
  });
});

test.each([
  ['action', '待处理', 'To do'],
  ['warning', '请注意', 'Please note'],
  ['late', '已逾期', 'Overdue'],
  ['good', '已完成', 'Done'],
  ['muted', '仅供查阅', 'For reference'],
] as const)('the tone %s is said in words under the title', (tone, chinese, english) => {
  expect(renderCard({ ...cardOf(), tone }, 'zh-CN').blocks[1]).toEqual(small(chinese));
  expect(renderCard({ ...cardOf(), tone }, 'en').blocks[1]).toEqual(small(english));
});

describe('every kind of block', () => {
  test('text, with every kind of inline piece', () => {
    const text = [
      plain('由 '),
      { kind: 'person', name: '李娜', userId: 'U0LI' } as const,
      plain(' 交给 '),
      { kind: 'person', name: '王伟' } as const,
      bold('尽快'),
      { kind: 'link', text: '制度', url: 'https://example.com/policy' } as const,
    ];
    expect(draw({ kind: 'text', text })).toEqual([
      rich(
        section(
          { type: 'text', text: '由 ' },
          { type: 'user', user_id: 'U0LI' },
          { type: 'text', text: ' 交给 ' },
          { type: 'text', text: '@王伟' },
          { type: 'text', text: '尽快', style: { bold: true } },
          { type: 'link', url: 'https://example.com/policy', text: '制度' },
        ),
      ),
    ]);
  });

  test('facts', () => {
    const facts = [
      { label: '状态', value: words('待处理') },
      { label: '负责人', value: [{ kind: 'person', name: '李娜', userId: 'U0LI' } as const] },
    ];
    expect(draw({ kind: 'facts', facts })).toEqual([
      rich(
        section(
          { type: 'text', text: '状态', style: { bold: true } },
          { type: 'text', text: '  ' },
          { type: 'text', text: '待处理' },
        ),
        section(
          { type: 'text', text: '负责人', style: { bold: true } },
          { type: 'text', text: '  ' },
          { type: 'user', user_id: 'U0LI' },
        ),
      ),
    ]);
  });

  test('quote', () => {
    expect(draw({ kind: 'quote', text: words('三件备件没有登记') })).toEqual([
      rich({ type: 'rich_text_quote', elements: [{ type: 'text', text: '三件备件没有登记' }] }),
    ]);
  });

  test('heading', () => {
    expect(draw({ kind: 'heading', text: '原因' })).toEqual([
      rich(section({ type: 'text', text: '原因', style: { bold: true } })),
    ]);
  });

  test('lines without buttons are one list, a line with a button stands alone', () => {
    const lines = [{ text: words('一') }, { text: words('二') }, { text: words('三'), button }, { text: words('四') }];
    expect(draw({ kind: 'lines', lines })).toEqual([
      rich({
        type: 'rich_text_list',
        style: 'bullet',
        elements: [section({ type: 'text', text: '一' }), section({ type: 'text', text: '二' })],
      }),
      { type: 'section', text: { type: 'plain_text', text: '三', emoji: false }, accessory: drawnButton },
      rich({ type: 'rich_text_list', style: 'bullet', elements: [section({ type: 'text', text: '四' })] }),
    ]);
  });

  test('note', () => {
    expect(draw({ kind: 'note', text: words('自 11 月 23 日起 5 个工作日') })).toEqual([
      small('自 11 月 23 日起 5 个工作日'),
    ]);
  });

  test('divider', () => {
    expect(draw({ kind: 'divider' })).toEqual([{ type: 'divider' }]);
  });

  test('buttons, in rows of five, with their style and question', () => {
    const approve = {
      action: 'finding.approve',
      label: '批准',
      value: { round: 2 },
      style: 'danger',
      confirm: { title: '批准？', text: '不能撤回。', yes: '批准', no: '取消' },
    } as const;
    const rows = draw({ kind: 'buttons', buttons: [approve, button, button, button, button, button] });
    const text = (words: string) => ({ type: 'plain_text', text: words, emoji: false });
    expect(rows).toEqual([
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: 'finding.approve',
            text: text('批准'),
            value: '{"round":2}',
            style: 'danger',
            confirm: {
              title: text('批准？'),
              text: text('不能撤回。'),
              confirm: text('批准'),
              deny: text('取消'),
              style: 'danger',
            },
          },
          drawnButton,
          { ...drawnButton, action_id: 'finding.open#2' },
          { ...drawnButton, action_id: 'finding.open#3' },
          { ...drawnButton, action_id: 'finding.open#4' },
        ],
      },
      { type: 'actions', elements: [{ ...drawnButton, action_id: 'finding.open#5' }] },
    ]);
  });
});

describe('what is too long', () => {
  test('a text says how many characters are missing', () => {
    expect(draw({ kind: 'text', text: words('字'.repeat(3010)) })).toEqual([
      rich(
        section(
          { type: 'text', text: '字'.repeat(3000) },
          { type: 'text', text: '…（还有 10 个字）', style: { italic: true } },
        ),
      ),
    ]);
  });

  test('a list says how many lines are missing', () => {
    const lines = Array.from({ length: 43 }, (_, index) => ({ text: words(String(index)) }));
    expect(draw({ kind: 'lines', lines }).at(-1)).toEqual(rich(section({ type: 'text', text: '…还有 3 条' })));
  });

  test('a title ends in an ellipsis and never in half a character', () => {
    const { blocks } = renderCard({ ...cardOf(), title: '𠮷'.repeat(100) }, 'zh-CN');
    expect(blocks).toEqual([
      { type: 'header', text: { type: 'plain_text', text: `${'𠮷'.repeat(74)}…`, emoji: false } },
    ]);
  });

  test('a card as a whole is drawn shorter until Slack takes it', () => {
    const quotes = Array.from({ length: 8 }, () => ({ kind: 'quote', text: words('字'.repeat(3000)) }) as const);
    const blocks = draw(...quotes);
    expect(blocks).toHaveLength(8);
    expect(blocks[0]).toMatchObject(rich({ elements: [{ text: '字'.repeat(1000) }, { text: '…（还有 2000 个字）' }] }));
  });

  test('forty lines with buttons are fewer when the card has much else', () => {
    const lines = Array.from({ length: 40 }, () => ({ text: words('一'), button }));
    const blocks = draw(...Array.from({ length: 20 }, () => ({ kind: 'divider' }) as const), { kind: 'lines', lines });
    expect(blocks).toHaveLength(20 + 20 + 1);
    expect(blocks.at(-1)).toEqual(rich(section({ type: 'text', text: '…还有 20 条' })));
  });

  test('a card that cannot be drawn short enough is refused by name', () => {
    const blocks = Array.from({ length: 50 }, () => ({ kind: 'divider' }) as const);
    expect(() => draw(...blocks)).toThrow('slack.unfit what=blocks of a message length=51 most=50');
  });

  test('a button whose value is too long is refused by name', () => {
    const value = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`key${index}`, 'x'.repeat(300)]));
    expect(() => draw({ kind: 'buttons', buttons: [{ ...button, value }] })).toThrow('slack.unfit what=button value');
  });
});

test('a person whose id is not of Slack is a name: one strange id would make Slack refuse the whole card', () => {
  const person = { kind: 'person', name: '李娜', userId: 'ou_7d8a6e6df7621556ce0d21922b676706ccs' } as const;
  expect(draw({ kind: 'text', text: [person] })).toEqual([rich(section({ type: 'text', text: '@李娜' }))]);
});

test('an empty text is a dash: Slack takes no empty one', () => {
  expect(draw({ kind: 'text', text: [] }, { kind: 'note', text: words(' \u202e ') })).toEqual([
    rich(section({ type: 'text', text: '—' })),
    small('—'),
  ]);
});
