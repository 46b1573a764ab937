import { expect, test } from 'vitest';
import { checkCard, type Known } from './check-card.ts';

const hr = { tag: 'hr' };
const submit = { tag: 'button', name: 'go', form_action_type: 'submit', text: { tag: 'plain_text', content: '提交' } };
const input = { tag: 'input', name: 'a', max_length: 1000 };
const option = { text: { tag: 'plain_text', content: 'x' }, value: 'x' };
const form = (...elements: object[]) => ({ tag: 'form', name: 'form', elements: [...elements, submit] });
const columns = (...elements: object[]) => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });
const text = (content: string) => ({ tag: 'div', text: { tag: 'lark_md', content } });
const nested = (depth: number): object => (depth === 0 ? hr : columns(nested(depth - 1)));
const card = (...elements: object[]) => ({ schema: '2.0', config: { update_multi: true }, body: { elements } });

const picture = (img_key: string) => ({ tag: 'img', img_key, alt: { tag: 'plain_text', content: '签名' } });
const known: Known = { user: (id) => id === 'ou_1', picture: (key) => key === 'img_1' };

const check = (value: unknown) => checkCard(value, Buffer.byteLength(JSON.stringify(value)), known);

test('takes a card with all that a bot may use', () => {
  const select = { tag: 'select_static', name: 'b', required: true, options: [option], initial_option: 'x' };
  const whole = card(
    text('<at id=ou_1></at>'),
    picture('img_1'),
    nested(5),
    form({ ...input, required: true }, select),
    hr,
  );
  expect(check(whole)).toMatchObject({ schema: '2.0' });
});

test.each<[string, number, object]>([
  ['an unknown property of the card', 200621, { ...card(), fallback: {} }],
  ['an unknown property of an element', 200621, card({ ...hr, color: 'red' })],
  ['an element of the first kind of cards', 200861, card({ tag: 'action', actions: [] })],
  ['a card that is not shared', 300302, { ...card(), config: { update_multi: false } }],
  ['a card that does not say it is shared', 300302, { schema: '2.0', body: { elements: [] } }],
  ['an element_id that begins with a digit', 200621, card({ ...hr, element_id: '1a' })],
  ['an element_id of 21 characters', 200621, card({ ...hr, element_id: 'a'.repeat(21) })],
  ['an element_id used twice', 300301, card({ ...hr, element_id: 'a' }, columns({ ...hr, element_id: 'a' }))],
  ['a form inside columns', 200621, card(columns(form()))],
  ['a table inside columns', 200621, card(columns({ tag: 'table', columns: [], rows: [] }))],
  ['containers six deep', 200621, card(nested(6))],
  ['a form without a button that submits', 200621, card({ tag: 'form', name: 'form', elements: [input] })],
  ['an input in a form without a name', 200530, card(form({ tag: 'input' }))],
  ['a name used twice', 200530, card(form(input, input))],
  ['a button in a form that neither submits nor resets', 200621, card(form({ tag: 'button', name: 'x' }))],
  ['a button that submits outside a form', 200621, card(submit)],
  ['an input of more than 1000 characters', 200621, card(form({ ...input, max_length: 1001 }))],
  ['a default value longer than the input', 200621, card(form({ ...input, max_length: 2, default_value: 'abc' }))],
  [
    'a placeholder of 101 characters',
    200621,
    card(form({ ...input, placeholder: { tag: 'plain_text', content: 'x'.repeat(101) } })),
  ],
  ['a multiple select outside a form', 200621, card({ tag: 'multi_select_static', options: [option] })],
  ['options with one value', 200621, card(form({ tag: 'select_static', name: 'b', options: [option, option] }))],
  [
    'an initial option that is none',
    200621,
    card(form({ tag: 'select_static', name: 'b', options: [option], initial_option: 'y' })),
  ],
  ['a required input outside a form', 200621, card({ tag: 'input', required: true })],
  [
    'a callback value that is no object',
    200621,
    card({ tag: 'button', behaviors: [{ type: 'callback', value: 'x' }] }),
  ],
  ['a picture that was not uploaded', 200570, card(columns(picture('img_2')))],
  ['a picture without alternative text', 200621, card({ tag: 'img', img_key: 'img_1' })],
  ['a mention of nobody', 100290, card(text('<at id=ou_2></at>'))],
  ['201 elements', 11310, card(...Array.from({ length: 201 }, () => hr))],
])('refuses %s', (_, code, value) => {
  expect(() => check(value)).toThrow(`ErrCode: ${code};`);
});

test('refuses a request of more than 30 KB', () => {
  expect(() => check(card(text('字'.repeat(10_300))))).toThrow('The length of the message content reaches its limit.');
});
