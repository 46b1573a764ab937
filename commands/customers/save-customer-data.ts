import type { Form } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { UserError } from '../../src/errors.ts';
import { markEdited } from '../../src/org/customers/mark-edited.ts';
import { findProblems } from '../../src/org/find-problems.ts';
import type { OrgData } from '../../src/org/org-schema.ts';
import type { Context } from '../context.ts';

/**
 * Changes customers or projects in one guarded write that records who changed them. `edit` is pure and runs again if another user was
 * first. Returns the context afterwards; or, if the change was rejected, the form with the errors.
 */
export async function saveCustomerData(
  edit: (data: OrgData) => OrgData,
  form: Form,
  context: Context,
): Promise<{ readonly saved: Context } | { readonly reply: Reply }> {
  const { organisation, person, now, locale } = context;
  try {
    const { after } = await organisation.change((data) => {
      const next = markEdited(edit(data), data, { by: person.id, at: now.toISOString() });
      const [problem] = next === data ? [] : findProblems(next, locale);
      if (problem) throw new UserError('people.wouldBreak', { message: problem.message });
      return next;
    });
    return { saved: { ...context, org: await organisation.preview(after) } };
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'people.wouldBreak') throw error;
    return { reply: { kind: 'errors', form, errors: {}, general: String(error.params.message) } };
  }
}

/** The items with the one of the same id replaced, or with it added. */
export function withItem<Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] {
  const isKnown = items.some(({ id }) => id === item.id);
  return isKnown ? items.map((each) => (each.id === item.id ? item : each)) : [...items, item];
}
