import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderCard } from '../../../adapters/slack/render/render-card.ts';
import { renderForm } from '../../../adapters/slack/render/render-form.ts';
import { displayable } from '../../../adapters/slack/render/render-text.ts';
import { renderToast } from '../../../adapters/slack/render/render-toast.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { words } from '../../../src/chat/text.ts';
import { checkContent, checkView } from '../../stand-ins/slack/check.ts';

const nasty = fc.constantFrom(
  '<!channel>',
  '<!here|here>',
  '<@U0LI>',
  '<#C1|general>',
  '<https://evil.example|policy>',
  '*bold* _it_ ~no~ `code` ```block```',
  '> quote',
  ':tada:',
  '&lt;!channel&gt;',
  '\u202eright to left\u2066',
  '\u200b\ufeff',
  '\ud800',
  '\udc00x',
  '\0\x07\r\n',
  '{"$where": "1"}',
  '',
  ' ',
);
/** Anything a person could write: known tricks, any code units at all, and both together. */
const anyWords = fc
  .array(
    fc.oneof(
      nasty,
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 30 }),
    ),
  )
  .map((parts) => parts.join(''));

const cardSaying = (text: string): Card => ({
  title: text,
  tone: 'action',
  summary: text,
  blocks: [
    { kind: 'text', text: words(text) },
    { kind: 'facts', facts: [{ label: text, value: [{ kind: 'person', name: text }] }] },
    { kind: 'quote', text: words(text) },
    { kind: 'heading', text },
    {
      kind: 'lines',
      lines: [{ text: words(text) }, { text: words(text), button: { action: 'a.b', label: text, value: {} } }],
    },
    { kind: 'note', text: words(text) },
  ],
});

/** Every object in a value, however deep. */
function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [Object(value), ...inner];
}

test('no words of a person mention, link or format: nothing is mrkdwn, and rich text holds literal text only', () => {
  const forged = fc.sample(anyWords, 500).flatMap((text) => {
    const objects = objectsIn(renderCard(cardSaying(text), 'zh-CN').blocks);
    const marked = /^(mrkdwn|markdown|user|usergroup|broadcast|channel|link|emoji)$/;
    return objects.filter(({ type, emoji }) => marked.test(String(type)) || (type === 'plain_text' && emoji !== false));
  });
  expect(forged).toEqual([]);
});

test('the text of a notification contains no markup, for any input', () => {
  fc.assert(
    fc.property(anyWords, (text) => {
      expect(renderCard(cardSaying(text), 'zh-CN').text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      expect(renderToast(words(text), 'zh-CN').text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    }),
  );
});

test('Slack accepts a card, a toast and a form with any text', () => {
  const property = fc.property(anyWords, (text) => {
    checkContent(renderCard(cardSaying(text), 'en'));
    checkContent(renderToast(words(text), 'en'));
    const form: Form = {
      id: 'a.b',
      title: text,
      submit: text,
      cancel: text,
      intro: words(text),
      context: {},
      fields: [
        { kind: 'longText', name: 'a', label: text, required: true, hint: text, initial: text.slice(0, 3000) },
        {
          kind: 'choice',
          name: 'b',
          label: text,
          required: true,
          options: [{ value: 'v', label: text, group: text }],
        },
      ],
    };
    checkView(renderForm(form, 'en', undefined, text));
  });
  expect(() => fc.assert(property)).not.toThrow();
});

test('a link other than to the web is words only', () => {
  const link = { kind: 'link', text: '制度', url: 'javascript:alert(1)' } as const;
  const { blocks } = renderToast([link], 'zh-CN');
  expect(blocks).toEqual([
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '制度' }] }] },
  ]);
});

test('nothing turns the direction of the text around it, and no lone surrogate is left', () => {
  fc.assert(
    fc.property(anyWords, (text) => {
      expect(displayable(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
    }),
  );
});
