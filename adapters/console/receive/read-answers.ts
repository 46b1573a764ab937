import type { FileRef } from '../../../src/chat/file-ref.ts';
import type { Answers } from '../../../src/chat/form.ts';
import { tidyText } from '../render/tidy-text.ts';
import { type FieldInput, type UploadedFile, uploadedFile } from '../schema.ts';
import { WORKSPACE } from '../workspace.ts';

/**
 * A form's inputs as answers in the shapes of `src/chat/form.ts`; an empty input has no answer. A value that is not a number
 * where one is required stays a string, for the form's own schema to reject at its field.
 */
export function readAnswers(fields: readonly FieldInput[]): Answers {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer = readAnswer(field);
      return answer === undefined ? [] : [[field.name, answer]];
    }),
  );
}

function readAnswer(field: FieldInput): string | number | readonly string[] | readonly FileRef[] | undefined {
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
    case 'files':
      return values.flatMap(readFile);
    default:
      return field.kind satisfies never;
  }
}

/** References to files that are not ours are dropped: the page writes these, nobody types them. */
function readFile(value: string): FileRef[] {
  const uploaded = uploadedFile.safeParse(readJson(value));
  if (!uploaded.success) return [];
  return [fileRefOf(uploaded.data)];
}

/** An uploaded file as other code refers to it. */
export const fileRefOf = ({ id: ref, name }: UploadedFile): FileRef => ({
  platform: 'console',
  workspace: WORKSPACE,
  ref,
  name,
});

function readJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** Digits as people type them, including full-width ones and thousands separators. */
function readNumber(text: string): string | number {
  const digits = text.normalize('NFKC').trim();
  const bare = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits;
  return /^[-+]?\d+(\.\d+)?$/.test(bare) ? Number(bare) : text;
}
