import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswers } from '../../../adapters/feishu/receive/read-answers.ts';
import { joinLongText, splitLongText } from '../../../adapters/feishu/render/field-name.ts';
import { renderForm } from '../../../adapters/feishu/render/render-form.ts';
import { cleanWords } from '../../../adapters/feishu/render/render-text.ts';
import type { Form } from '../../../src/chat/form.ts';
import { fillForm } from '../../stand-ins/feishu/fill-form.ts';

test('reads every kind in its documented shape, and nothing where nothing was said', () => {
  expect(
    readAnswers({
      t1_where: '三楼',
      l1_seen: '第一段',
      l2_seen: '',
      l3_seen: '第三段',
      o1_kind: 'minor',
      m1_who: ['p1', 'p2'],
      d1_due: '2026-01-02 +0800',
      n1_score: '９5.5',
      t1_empty: '',
      l1_none: '',
      o1_none: '',
      m1_nobody: [],
      d1_never: '',
      n1_nothing: ' ',
    }),
  ).toEqual({
    where: '三楼',
    seen: '第一段\n第三段',
    kind: 'minor',
    who: ['p1', 'p2'],
    due: '2026-01-02',
    score: 95.5,
  });
});

test.each(['many', '12a', '1e3', '1 000', '--1', 'Infinity'])('leaves %s for the schema to refuse', (written) => {
  expect(readAnswers({ n1_score: written })).toEqual({ score: written });
});

test('takes one chosen value where several could be as several', () => {
  expect(readAnswers({ m1_who: 'p1' })).toEqual({ who: ['p1'] });
});

test('leaves a value of a wrong type as it is, for the schema to refuse', () => {
  expect(readAnswers({ t1_a: { $gt: '' }, o1_b: 7, d1_c: 7, l1_d: [] })).toEqual({ a: { $gt: '' }, b: 7 });
});

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 3000 }).map(cleanWords);
const long = fc.oneof(
  text,
  fc.constantFrom('字', '👩', 'a\n').chain((unit) => fc.nat(1500).map((count) => unit.repeat(count).slice(0, 3000))),
);

test('a long text split over inputs and joined again is the same', () => {
  fc.assert(
    fc.property(long.map(cleanWords), (whole) => {
      const parts = splitLongText(whole);
      expect(parts.every((part) => part.length <= 1000 && part.length > 0)).toBe(true);
      expect(joinLongText(parts)).toBe(whole);
    }),
  );
});

test('a form submitted as it was opened answers with what it was opened with', () => {
  fc.assert(
    fc.property(
      long.filter((said) => cleanWords(said) !== ''),
      fc.integer(),
      fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      (said, score, who) => {
        const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
        const form: Form = {
          id: 'a.b',
          title: 't',
          submit: 's',
          cancel: 'c',
          context: {},
          fields: [
            { kind: 'longText', name: 'said', label: 'l', required: false, initial: said },
            { kind: 'number', name: 'score', label: 'l', required: true, initial: score },
            { kind: 'person', name: 'who', label: 'l', required: true, many: true, options, initial: who },
            { kind: 'choice', name: 'kind', label: 'l', required: true, options, initial: who.slice(0, 1) },
            { kind: 'date', name: 'due', label: 'l', required: true, initial: '2026-11-23' },
            { kind: 'text', name: 'open', label: 'l', required: false },
          ],
        };
        const elements = renderForm(form, 'en').body.elements;
        const answers = readAnswers(fillForm(elements, {}));
        expect(answers).toEqual({ said: cleanWords(said), score, who, kind: who[0], due: '2026-11-23' });
      },
    ),
    { numRuns: 50 },
  );
});
