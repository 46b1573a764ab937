import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderCard } from '../../../adapters/feishu/render/render-card.ts';
import { renderForm } from '../../../adapters/feishu/render/render-form.ts';
import { cleanWords, escapeLarkMd, renderLarkMd } from '../../../adapters/feishu/render/render-text.ts';
import { renderToastCard } from '../../../adapters/feishu/render/render-toast.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { bold, plain, type Text, words } from '../../../src/chat/text.ts';
import { checkCard } from '../../stand-ins/feishu/check-card.ts';

/** What people write when they mean ill, or by accident. */
const nasty = [
  '<at id=all></at>',
  '<at id="ou_1"></at>',
  '<at email=a@b.c></at>',
  "<a href='https://evil.example'>x</a>",
  '[click](https://evil.example)',
  '![x](img_key)',
  '**bold**',
  '*',
  '_',
  '~~gone~~',
  '`code`',
  '```',
  "<font color='red'>",
  '</font>',
  "<text_tag color='red'>approved</text_tag>",
  '<person id=ou_1></person>',
  '&#60;at id=all&#62;',
  '&lt;at&gt;',
  ':OK:',
  '\n# heading\n- item\n1. item\n> quote\n---\n',
  '{"$ne":null}',
  '\u202egnp.exe',
  '\u2066\u200b\u0000\u0007',
  '\ud800',
  '👩‍👩‍👧',
  '不符合项',
];
const ill = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 })
  .map((parts) => parts.join(''));

const decode = (content: string) =>
  content.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
const mentions = (content: string) => [...content.matchAll(/<at [^>]*>/g)].map(([tag]) => tag);
const tags = (content: string) => [...content.matchAll(/<\/?[a-z_]+/g)].map(([tag]) => tag);
const taken = (card: unknown) =>
  checkCard(card, Buffer.byteLength(JSON.stringify(card)), { user: (id) => id === 'ou_1', picture: () => false });

/** The contents of all elements of a kind. */
function contentsOf(part: unknown, tag: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'tag' in part && part.tag === tag && 'content' in part ? [String(part.content)] : [];
  return [...own, ...Object.values(part).flatMap((child) => contentsOf(child, tag))];
}

test('escaped words hold nothing but letters, blanks, commas and entities, and mean the same', () => {
  fc.assert(
    fc.property(ill, (said) => {
      const escaped = escapeLarkMd(said);
      expect(escaped.replace(/&#\d+;/g, '')).not.toMatch(/[!-+\-./:-@[-`{-~]/);
      expect(decode(escaped)).toBe(cleanWords(said));
    }),
  );
});

test('nobody is mentioned, and nothing formatted, but by a typed piece', () => {
  const piece = fc.oneof(
    ill.map(plain),
    ill.map(bold),
    fc.record({
      kind: fc.constant('person' as const),
      name: ill,
      userId: fc.constantFrom('ou_1', 'all', '"ou_1"', 'ou_1></at><at id=all'),
    }),
    fc.record({
      kind: fc.constant('link' as const),
      text: ill,
      url: fc.oneof(
        ill,
        ill.map((path) => `https://qm.example.com/${path}`),
      ),
    }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (text: Text) => {
      const content = renderLarkMd(text);
      const people = text.filter((one) => one.kind === 'person' && one.userId === 'ou_1');
      expect(mentions(content)).toEqual(people.map(() => '<at id=ou_1>'));
      expect(tags(content)).toEqual(people.flatMap(() => ['<at', '</at']));
      const links = [...content.matchAll(/\]\(([^)]*)\)/g)].map(([, url]) => url);
      expect(links.length).toBeLessThanOrEqual(text.filter((one) => one.kind === 'link').length);
      for (const url of links) expect(url).toMatch(/^https?:\/\/[^\s()<>"'*]*$/);
    }),
  );
});

test('a link goes to http and https alone, and nowhere else than it says', () => {
  const link = (url: string) => renderLarkMd([{ kind: 'link', text: '看', url }]);
  expect(link('https://qm.example.com/a(b)?c=d&e=[f]')).toBe('[看](https://qm.example.com/a%28b%29?c=d&e=%5Bf%5D)');
  expect(link('javascript:alert(1)')).toBe('看');
  expect(link('lark://client')).toBe('看');
  expect(link('no address')).toBe('看');
});

test('Feishu accepts a card with any text, and shows users’ text literally', () => {
  fc.assert(
    fc.property(ill, ill, ill, (a, b, c) => {
      const card: Card = {
        title: a,
        summary: b,
        tone: 'action',
        blocks: [
          { kind: 'heading', text: a },
          { kind: 'quote', text: words(b) },
          { kind: 'facts', facts: [{ label: a, value: [bold(c)] }] },
          { kind: 'lines', lines: [{ text: [plain(c), { kind: 'person', name: a }] }] },
          { kind: 'buttons', buttons: [{ action: 'a.b', label: b, value: { record: 'r1' } }] },
        ],
      };
      const rendered = renderCard(card, 'zh-CN');
      expect(() => taken(rendered)).not.toThrow();
      expect(contentsOf(rendered, 'lark_md').flatMap(tags)).toEqual([]);
      expect(contentsOf(rendered, 'plain_text')).toContain(cleanWords(b));
      expect(JSON.stringify(rendered)).not.toMatch(/\\ud[89a-f]|\\u202e/i);
    }),
  );
});

test('Feishu accepts a form or a toast with any text, and only our own markup is markup', () => {
  fc.assert(
    fc.property(ill, ill, (a, b) => {
      const form: Form = {
        id: 'a.b',
        title: a,
        submit: b,
        cancel: a,
        context: {},
        intro: words(a),
        fields: [
          { kind: 'longText', name: 'long', label: a, required: true, hint: b, initial: b },
          { kind: 'choice', name: 'one', label: b, required: false, options: [{ value: 'v', label: a, group: b }] },
        ],
      };
      const rendered = renderForm(form, 'zh-CN', { fields: { long: a }, general: b });
      expect(() => taken(rendered)).not.toThrow();
      expect(contentsOf(rendered, 'lark_md').flatMap(tags)).toEqual(['<font', '</font']);
      expect(() => taken(renderToastCard({ text: words(a) }))).not.toThrow();
    }),
  );
});
