import type { z } from 'zod';
import { isMessageKey } from '../../i18n/translate.ts';
import type { Parsed, Refusal } from './ask.ts';

/** Checks unvalidated answers against a schema. Returns the first error per field as a catalogue key; a schema's own `error` may be such a key. */
export function parseAnswers<Input>(schema: z.ZodType<Input>, answers: unknown): Parsed<Input> {
  const result = schema.safeParse(answers);
  if (result.success) return { ok: true, input: result.data };
  const errors: Record<string, Refusal> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '');
    errors[field] ??= refusalOf(issue);
  }
  return { ok: false, errors };
}

function refusalOf(issue: z.core.$ZodIssue): Refusal {
  if (isMessageKey(issue.message)) return { key: issue.message };
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return { key: 'form.tooLong', params: { max: Number(issue.maximum) } };
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return { key: 'form.required' };
  if (issue.code === 'invalid_type' && issue.input === undefined) return { key: 'form.required' };
  return { key: 'form.invalid' };
}
