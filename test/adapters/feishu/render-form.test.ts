import { expect, test } from 'vitest';
import type { Element, FormElement } from '../../../adapters/feishu/render/card-json.ts';
import { fits } from '../../../adapters/feishu/render/card-size.ts';
import { renderForm } from '../../../adapters/feishu/render/render-form.ts';
import type { Field, Form } from '../../../src/chat/form.ts';
import { words } from '../../../src/chat/text.ts';
import { checkCard } from '../../stand-ins/feishu/check-card.ts';

const formOf = (...fields: Field[]): Form => ({
  id: 'finding.create',
  title: '报告不符合',
  submit: '提交',
  cancel: '取消',
  context: { draft: 'd1', step: 2 },
  fields,
});
const taken = (card: unknown) =>
  checkCard(card, Buffer.byteLength(JSON.stringify(card)), { user: () => false, picture: () => false });

function inside(card: { body: { elements: readonly Element[] } }): readonly Element[] {
  const form = card.body.elements.find((element): element is FormElement => element.tag === 'form');
  return form?.elements.slice(0, -1) ?? [];
}
const rendered = (field: Field) => inside(renderForm(formOf(field), 'zh-CN'));

const label = (content: string) => ({ tag: 'div', text: { tag: 'lark_md', content } });
const placeholder = (content: string) => ({ tag: 'plain_text', content });

test('frames a form with its intro, its submit button inside and its cancel button below', () => {
  const card = renderForm({ ...formOf(), intro: words('请填写') }, 'zh-CN');
  expect(card).toEqual({
    schema: '2.0',
    config: { update_multi: true, summary: { content: '报告不符合' } },
    header: { title: { tag: 'plain_text', content: '报告不符合' }, template: 'blue' },
    body: {
      elements: [
        { tag: 'div', text: { tag: 'plain_text', content: '请填写' } },
        {
          tag: 'form',
          name: 'form',
          elements: [
            {
              tag: 'button',
              name: 'submit',
              form_action_type: 'submit',
              text: { tag: 'plain_text', content: '提交' },
              type: 'primary_filled',
              behaviors: [
                {
                  type: 'callback',
                  value: { kind: 'submit', form: 'finding.create', data: '{"draft":"d1","step":2}', locale: 'zh-CN' },
                },
              ],
            },
          ],
        },
        {
          tag: 'button',
          text: { tag: 'plain_text', content: '取消' },
          type: 'default',
          behaviors: [{ type: 'callback', value: { kind: 'cancel', locale: 'zh-CN' } }],
        },
      ],
    },
  });
  expect(() => taken(card)).not.toThrow();
});

test('renders a text field', () => {
  expect(
    rendered({ kind: 'text', name: 'where', label: '地点', required: true, hint: '楼层', initial: '三楼', max: 80 }),
  ).toEqual([
    label("**地点** <font color='red'>*</font>"),
    {
      tag: 'input',
      name: 't1_where',
      required: true,
      width: 'fill',
      placeholder: placeholder('楼层'),
      input_type: 'text',
      max_length: 80,
      default_value: '三楼',
    },
  ]);
});

test('renders a long text as up to three inputs, the first required, its text running on', () => {
  const initial = '一'.repeat(1000) + '二'.repeat(1000) + '三'.repeat(10);
  const fields = rendered({ kind: 'longText', name: 'seen', label: '看到了什么', required: true, initial });
  const input = { tag: 'input', width: 'fill', input_type: 'multiline_text', auto_resize: true, max_length: 1000 };
  const further = { ...input, required: false, rows: 1, placeholder: placeholder('接上一栏（写不下时用）') };
  expect(fields).toEqual([
    label("**看到了什么** <font color='red'>*</font>"),
    {
      ...input,
      name: 'l1_seen',
      required: true,
      rows: 4,
      placeholder: placeholder('请输入'),
      default_value: '一'.repeat(1000),
    },
    { ...further, name: 'l2_seen', default_value: '二'.repeat(1000) },
    { ...further, name: 'l3_seen', default_value: '三'.repeat(10) },
  ]);
});

test('gives a long text no more inputs than its limit asks for', () => {
  const inputs = rendered({ kind: 'longText', name: 'why', label: '为什么', required: false, max: 1200 }).slice(1);
  expect(inputs.map((input) => input.tag === 'input' && input.max_length)).toEqual([1000, 200]);
});

const options = [
  { value: 'p1', label: '李娜', group: '质量部' },
  { value: 'p2', label: '王伟' },
];
const optionElements = [
  { text: placeholder('质量部 / 李娜'), value: 'p1' },
  { text: placeholder('王伟'), value: 'p2' },
];

test.each(['choice', 'person'] as const)('renders a %s of one as a select', (kind) => {
  expect(rendered({ kind, name: 'who', label: '谁', required: false, options, initial: ['p2'] })).toEqual([
    label('**谁**'),
    {
      tag: 'select_static',
      name: 'o1_who',
      required: false,
      width: 'fill',
      placeholder: placeholder('请选择'),
      options: optionElements,
      initial_option: 'p2',
    },
  ]);
});

test.each(['choice', 'person'] as const)('renders a %s of many as a multiple select', (kind) => {
  expect(
    rendered({ kind, name: 'who', label: '谁', required: true, many: true, options, initial: ['p1', 'gone'] }),
  ).toEqual([
    label("**谁** <font color='red'>*</font>"),
    {
      tag: 'multi_select_static',
      name: 'm1_who',
      required: true,
      width: 'fill',
      placeholder: placeholder('请选择'),
      options: optionElements,
      selected_values: ['p1'],
    },
  ]);
});

test('renders a date', () => {
  expect(rendered({ kind: 'date', name: 'due', label: '期限', required: true, initial: '2026-01-02' })).toEqual([
    label("**期限** <font color='red'>*</font>"),
    {
      tag: 'date_picker',
      name: 'd1_due',
      required: true,
      width: 'fill',
      placeholder: placeholder('请选择'),
      initial_date: '2026-01-02',
    },
  ]);
});

test('renders a number', () => {
  expect(rendered({ kind: 'number', name: 'score', label: '得分', required: false, initial: 95 })).toEqual([
    label('**得分**'),
    {
      tag: 'input',
      name: 'n1_score',
      required: false,
      width: 'fill',
      placeholder: placeholder('请输入'),
      input_type: 'text',
      max_length: 30,
      default_value: '95',
    },
  ]);
});

test('shows an error in red between label and control, and a general one above the form', () => {
  const field: Field = { kind: 'text', name: 'where', label: '地点', required: true };
  const card = renderForm(formOf(field), 'en', { fields: { where: '请写明地点' }, general: '没有保存' });
  expect(card.body.elements[0]).toEqual({
    tag: 'div',
    text: { tag: 'plain_text', content: '没有保存', text_size: 'normal', text_color: 'red' },
  });
  expect(inside(card)[1]).toEqual({
    tag: 'div',
    text: { tag: 'plain_text', content: '请写明地点', text_size: 'normal', text_color: 'red' },
  });
  expect(() => taken(card)).not.toThrow();
});

test('takes no error from the prototype of an object', () => {
  const field: Field = { kind: 'text', name: 'constructor', label: '甲', required: false };
  expect(inside(renderForm(formOf(field), 'en', { fields: {} }))).toHaveLength(2);
});

test('lists as many options as fit, the chosen one always, and counts the rest', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({ value: `p${index}`, label: `人员 ${index}` }));
  const card = renderForm(
    formOf({ kind: 'person', name: 'who', label: '谁', required: true, options: many, initial: ['p299'] }),
    'zh-CN',
  );
  const select = inside(card)[1];
  expect(select).toMatchObject({ tag: 'select_static', initial_option: 'p299' });
  expect(select?.tag === 'select_static' && select.options).toHaveLength(100);
  expect(JSON.stringify(card)).toContain('还有 200 个选项没有列出');
  expect(fits(card)).toBe(true);
  expect(() => taken(card)).not.toThrow();
});

test('is taken by Feishu with the most fields a form may have', () => {
  const fields = Array.from({ length: 10 }, (_, index): Field => {
    return { kind: 'longText', name: `f${index}`, label: `字段 ${index}`, required: true, hint: '提示' };
  });
  expect(() => taken(renderForm(formOf(...fields), 'en', { fields: { f0: 'wrong' } }))).not.toThrow();
});
