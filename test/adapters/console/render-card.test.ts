import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCard } from '../../../adapters/console/render/render-card.ts';
import type { Block, Card } from '../../../src/chat/card.ts';
import { bold, plain, words } from '../../../src/chat/text.ts';

const draw = (blocks: readonly Block[], tone: Card['tone'] = 'neutral'): string =>
  renderCard({ title: 'T', tone, summary: 'S', blocks }, 'en').toString();

/** What stands between the card's head and its end. */
function drawBody(...blocks: Block[]): string {
  const match = /<div class="card-body">(.*)<\/div><\/article>$/s.exec(draw(blocks));
  return match?.[1] ?? '';
}

const button = { action: 'finding.approve', label: 'Approve', value: { record: 'FD-1', round: 2 } };
const drawnButton =
  '<button type="button" class="button" data-style="plain" data-action="finding.approve" data-value="{&quot;record&quot;:&quot;FD-1&quot;,&quot;round&quot;:2}">Approve</button>';

const expected: Record<Block['kind'], readonly [Block, string]> = {
  text: [{ kind: 'text', text: [plain('a '), bold('b')] }, '<p>a <strong>b</strong></p>'],
  facts: [
    { kind: 'facts', facts: [{ label: 'State', value: words('issued') }] },
    '<dl class="facts"><div><dt>State</dt><dd>issued</dd></div></dl>',
  ],
  quote: [{ kind: 'quote', text: words('said') }, '<blockquote>said</blockquote>'],
  heading: [{ kind: 'heading', text: 'Actions' }, '<h4>Actions</h4>'],
  lines: [
    { kind: 'lines', lines: [{ text: words('one') }, { text: words('two'), button }] },
    `<ul class="lines"><li><span>one</span></li><li><span>two</span>${drawnButton}</li></ul>`,
  ],
  note: [{ kind: 'note', text: words('small') }, '<p class="note">small</p>'],
  divider: [{ kind: 'divider' }, '<hr>'],
  chart: [
    { kind: 'chart', as: 'bar', title: 'Overdue', unit: '', categories: ['HR'], series: [], alt: 'Nothing is overdue' },
    '<p class="note">Nothing is overdue</p>',
  ],
  handwriting: [
    {
      kind: 'handwriting',
      sheet: {
        width: 10,
        height: 4,
        strokes: [
          [
            [1, 2],
            [3, 4],
          ],
          [[9, 1]],
        ],
      },
      alt: 'Signature of "Q"',
    },
    '<svg class="handwriting" viewBox="0 0 10 4" role="img" aria-label="Signature of &quot;Q&quot;"><path d="M1 2L3 4M9 1L9 1"/></svg>',
  ],
  buttons: [{ kind: 'buttons', buttons: [button] }, `<div class="buttons">${drawnButton}</div>`],
};

describe('a card in the console', () => {
  test.each(Object.values(expected).map(([block, markup]) => [block.kind, block, markup] as const))(
    'draws %s',
    (_kind, block, markup) => expect(drawBody(block)).toBe(markup),
  );

  test('has a head with its tone as a shape and as a word', () => {
    expect(draw([], 'late')).toBe(
      '<article class="card" data-tone="late" lang="en" tabindex="-1"><header class="card-head"><svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="7"/><path d="M10 6v4.3l2.8 1.7"/></svg><h3>T</h3><span class="unseen">Overdue</span></header></article>',
    );
  });

  test('asks before a press that wants to be asked about', () => {
    const confirm = { title: 'Sure?', text: 'Really?', yes: 'Yes', no: 'No' };
    expect(drawBody({ kind: 'buttons', buttons: [{ ...button, style: 'danger', confirm }] })).toContain(
      'data-style="danger" data-action="finding.approve" data-value="{&quot;record&quot;:&quot;FD-1&quot;,&quot;round&quot;:2}" data-confirm="{&quot;title&quot;:&quot;Sure?&quot;,&quot;text&quot;:&quot;Really?&quot;,&quot;yes&quot;:&quot;Yes&quot;,&quot;no&quot;:&quot;No&quot;}"',
    );
  });

  test('names a person, and links to the web and to mail only', () => {
    const link = (url: string): Block => ({ kind: 'text', text: [{ kind: 'link', text: 'here', url }] });
    expect(drawBody({ kind: 'text', text: [{ kind: 'person', name: 'Li Na', userId: 'li-na' }] })).toBe(
      '<p><span class="person">@Li Na</span></p>',
    );
    expect(drawBody(link('https://a.example/?q="x"'))).toBe(
      '<p><a href="https://a.example/?q=%22x%22" target="_blank" rel="noopener noreferrer">here</a></p>',
    );
    expect(drawBody(link('javascript:alert(1)'))).toBe('<p>here</p>');
    expect(drawBody(link('not an address'))).toBe('<p>here</p>');
  });

  test('lets no text become an element or an attribute', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '`', '/', '=', ' ', '\n', '</p>', 'onload=', 'a', '字', '\u0000'),
    });
    fc.assert(
      fc.property(nasty, (text) => {
        expect(skeleton(text)).toEqual(skeleton('x'));
      }),
      { numRuns: 500 },
    );
  });
});

/** The tags of a card full of this text, each with the names of its attributes. */
function skeleton(text: string): readonly string[] {
  const value = { [text.slice(0, 40)]: text };
  const loaded = { action: text, label: text, value, confirm: { title: text, text, yes: text, no: text } };
  const runs = [plain(text), bold(text), { kind: 'person' as const, name: text }];
  const markup = renderCard(
    {
      title: text,
      tone: 'action',
      summary: text,
      blocks: [
        { kind: 'text', text: runs },
        { kind: 'facts', facts: [{ label: text, value: runs }] },
        { kind: 'quote', text: runs },
        { kind: 'heading', text },
        { kind: 'lines', lines: [{ text: runs, button: loaded }] },
        { kind: 'note', text: runs },
        { kind: 'buttons', buttons: [loaded] },
      ],
    },
    'zh-CN',
  ).toString();
  return tagsOf(markup);
}

/** Tags as a browser's tokeniser finds them: a quoted value ends at its quote, and at nothing else. */
function tagsOf(markup: string): readonly string[] {
  const tags = markup.match(/<[^"'>]*(?:"[^"]*"[^"'>]*)*>/g) ?? [];
  const rest = markup.replace(/<[^"'>]*(?:"[^"]*"[^"'>]*)*>/g, '');
  expect(rest).not.toMatch(/[<>"']/);
  return tags.map((tag) => tag.replace(/"[^"]*"/g, '""'));
}
