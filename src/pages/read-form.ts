import { cleanText } from '../chat/clean-text.ts';
import type { PageForm } from './page-handler.ts';

/** The most fields that a page of ours could have. */
const MOST_FIELDS = 200;

/** The fields of `application/x-www-form-urlencoded`, as `PageForm` has them; what is beyond the most is left out. */
export function readForm(body: string): PageForm {
  const form: Record<string, string> = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    if (++count > MOST_FIELDS) break;
    form[name] ??= cleanText(value);
  }
  return form;
}
