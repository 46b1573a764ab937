import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { platforms } from './platforms.ts';
import { cardSaying } from './samples.ts';

const tricks = [
  '<!channel>',
  '<@U0LI>',
  '<https://evil.example|制度>',
  '*bold* _it_ ~no~ `code`',
  '<at id=all></at>',
  '**bold** [click](https://evil.example)',
  "<font color='red'>已批准</font>",
  '&#60;at id=all&#62;',
  '<script>alert(1)</script>',
  '" onclick="alert(1)',
  '&lt;b&gt;',
  ':tada:',
  '\n# 标题\n- 条目\n> 引用',
  '\u202egnp.exe\u2066',
  '\u200b\ufeff',
  '\ud800',
  '👩‍👩‍👧',
];
/** Words that begin harmlessly, so that no piece of a card is ever empty. */
const words = fc
  .array(fc.oneof(fc.constantFrom(...tricks), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 5 })
  .map((parts) => `说${parts.join('')}`);

describe.each(platforms)("people's words on $name", ({ open }) => {
  test('neither mention, link nor format, for any text: the posted card is marked like any other', async () => {
    const harness = await open();
    const target = { kind: 'channel', channel: harness.channel } as const;
    let posts = 0;
    const marksOf = async (said: string) => {
      posts += 1;
      const sent = await harness.adapter.post(target, cardSaying(said, said.slice(0, 30)), `effect-${posts}`, 'zh-CN');
      if (sent.outcome !== 'sent') throw new Error(`not sent: ${sent.reason}`);
      return harness.marksOf(sent.place);
    };
    try {
      const usual = await marksOf('说什么都行');
      expect(usual.length).toBeGreaterThan(0);
      await fc.assert(
        fc.asyncProperty(words, async (said) => {
          expect(await marksOf(said)).toEqual(usual);
        }),
        { numRuns: 40 },
      );
    } finally {
      await harness.close();
    }
  });
});
