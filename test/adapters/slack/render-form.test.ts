import { describe, expect, test } from 'vitest';
import { renderForm } from '../../../adapters/slack/render/render-form.ts';
import type { Field, Form } from '../../../src/chat/form.ts';
import { words } from '../../../src/chat/text.ts';
import { checkView } from '../../stand-ins/slack/check.ts';

const text = (shown: string) => ({ type: 'plain_text', text: shown, emoji: false });
const formOf = (...fields: Field[]): Form => ({
  id: 'finding.report',
  title: '报告不符合',
  submit: '提交',
  cancel: '取消',
  context: { draft: 'D1' },
  fields,
});
const options = (count: number, group?: string) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `项 ${index}`, ...(group && { group }) }));
const drawn = (index: number) => ({ text: text(`项 ${index}`), value: `v${index}` });

/** Draws one field; whatever comes out is also shown to the stand-in's checks. */
function draw(field: Field) {
  const view = renderForm(formOf(field), 'zh-CN');
  checkView(view);
  return view.blocks[0];
}
const input = (element: unknown, more: object = {}) => ({
  type: 'input',
  block_id: 'seen.0',
  label: text('发现'),
  optional: false,
  element,
  ...more,
});
const base = { name: 'seen', label: '发现', required: true } as const;

test('a form is a modal that carries its context and the channel it came from', () => {
  const view = renderForm({ ...formOf(), intro: words('请填写') }, 'zh-CN', { step: 3, channel: 'C1' }, '没有保存');
  expect(view).toEqual({
    type: 'modal',
    callback_id: 'finding.report',
    private_metadata: '{"step":3,"channel":"C1","context":{"draft":"D1"}}',
    title: text('报告不符合'),
    submit: text('提交'),
    close: text('取消'),
    blocks: [
      { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: '没有保存' }] }] },
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '请填写' }] }] },
    ],
  });
  checkView(view);
});

describe('every kind of field', () => {
  test('text', () => {
    expect(draw({ ...base, kind: 'text', hint: '一句话', initial: '机房', required: false })).toEqual(
      input(
        { type: 'plain_text_input', action_id: 'seen', multiline: false, max_length: 1000, initial_value: '机房' },
        { optional: true, hint: text('一句话') },
      ),
    );
  });

  test('long text', () => {
    expect(draw({ ...base, kind: 'longText', max: 500 })).toEqual(
      input({ type: 'plain_text_input', action_id: 'seen', multiline: true, max_length: 500 }),
    );
  });

  test('a choice of a few, required, is radio buttons', () => {
    expect(draw({ ...base, kind: 'choice', options: options(2), initial: ['v1'] })).toEqual(
      input({ type: 'radio_buttons', action_id: 'seen', options: [drawn(0), drawn(1)], initial_option: drawn(1) }),
    );
  });

  test('a choice of a few that may be left open is a menu: radio buttons cannot be taken back', () => {
    expect(draw({ ...base, kind: 'choice', options: options(2), required: false })).toEqual(
      input({ type: 'static_select', action_id: 'seen', options: [drawn(0), drawn(1)] }, { optional: true }),
    );
  });

  test('a choice among groups is a menu with headings', () => {
    const grouped = [...options(1, '运维'), { value: 'x', label: '其他' }];
    expect(draw({ ...base, kind: 'choice', options: grouped })).toEqual(
      input({
        type: 'static_select',
        action_id: 'seen',
        option_groups: [
          { label: text('运维'), options: [drawn(0)] },
          { label: text('—'), options: [{ text: text('其他'), value: 'x' }] },
        ],
      }),
    );
  });

  test('more options than a menu takes are split into numbered groups', () => {
    const block = draw({ ...base, kind: 'choice', options: options(101) });
    expect(block).toMatchObject(
      input({
        type: 'static_select',
        option_groups: [{ label: text('第 1–100 项') }, { label: text('第 101–101 项'), options: [drawn(100)] }],
      }),
    );
  });

  test('several choices', () => {
    expect(draw({ ...base, kind: 'choice', many: true, options: options(2), initial: ['v0', 'gone'] })).toEqual(
      input({
        type: 'multi_static_select',
        action_id: 'seen',
        options: [drawn(0), drawn(1)],
        initial_options: [drawn(0)],
      }),
    );
  });

  test('a person is chosen from the candidates that are given', () => {
    expect(draw({ ...base, kind: 'person', options: options(5) })).toEqual(
      input({ type: 'static_select', action_id: 'seen', options: [0, 1, 2, 3, 4].map(drawn) }),
    );
  });

  test('a choice of nothing is a sentence: Slack takes no empty menu', () => {
    expect(draw({ ...base, kind: 'person', options: [] })).toEqual({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '发现：没有可选项。' }] }],
    });
  });

  test('date', () => {
    expect(draw({ ...base, kind: 'date', initial: '2026-11-30' })).toEqual(
      input({ type: 'datepicker', action_id: 'seen', initial_date: '2026-11-30' }),
    );
  });

  test('number', () => {
    expect(draw({ ...base, kind: 'number', initial: 2.5, min: 0, max: 10 })).toEqual(
      input({
        type: 'number_input',
        action_id: 'seen',
        is_decimal_allowed: true,
        initial_value: '2.5',
        min_value: '0',
        max_value: '10',
      }),
    );
  });
});

describe('what is too long', () => {
  test('a title, a button and an option end in an ellipsis', () => {
    const long = {
      ...formOf({ ...base, kind: 'choice', options: [{ value: 'v', label: '长'.repeat(80) }] }),
      title: '长'.repeat(30),
    };
    const view = renderForm({ ...long, submit: '长'.repeat(30) }, 'zh-CN');
    expect(view.title.text).toBe(`${'长'.repeat(23)}…`);
    expect(view.submit?.text).toBe(`${'长'.repeat(23)}…`);
    expect(view.blocks[0]).toMatchObject({ element: { options: [{ text: text(`${'长'.repeat(74)}…`) }] } });
    checkView(view);
  });

  test.each([
    ['an option value', { ...base, kind: 'choice', options: [{ value: 'v'.repeat(151), label: 'x' }] }, 'option value'],
    ['an initial text', { ...base, kind: 'longText', initial: '字'.repeat(3001) }, 'initial value of seen'],
  ] as const)('%s that would lose its meaning is refused by name', (_, field, what) => {
    expect(() => renderForm(formOf(field), 'zh-CN')).toThrow(`slack.unfit what=${what}`);
  });

  test('a context that would not come back whole is refused by name', () => {
    const context = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, 'x'.repeat(300)]));
    expect(() => renderForm({ ...formOf(), context }, 'zh-CN')).toThrow('slack.unfit what=form context');
  });
});
