import type { Answers } from '../../src/chat/form.ts';
import type { FieldInput } from './schema.ts';
import { tidyText } from './tidy-text.ts';

/**
 * A form's inputs as answers in the shapes that `src/chat/form.ts` gives; an input left empty has no answer. What is no
 * number where one is asked stays the string it is, for the form's own schema to refuse at its field.
 */
export function readAnswers(fields: readonly FieldInput[]): Answers {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer = readAnswer(field);
      return answer === undefined ? [] : [[field.name, answer]];
    }),
  );
}

function readAnswer(field: FieldInput): string | number | readonly string[] | undefined {
  const values = field.values.map(tidyText).filter((value) => value.trim() !== '');
  const [first] = values;
  if (first === undefined) return undefined;
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'choice':
    case 'date':
      return first;
    case 'choices':
      return values;
    case 'number':
      return readNumber(first);
    default:
      return field.kind satisfies never;
  }
}

/** Digits as people type them: full-width ones and separators of thousands too. */
function readNumber(text: string): string | number {
  const digits = text.normalize('NFKC').trim();
  const bare = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits;
  return /^[-+]?\d+(\.\d+)?$/.test(bare) ? Number(bare) : text;
}
