import { z } from 'zod';
import type { Form } from '../../src/chat/form.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { Absence } from '../../src/org/absences.ts';
import { dateField, peopleOptions, personField } from '../../src/records/declaration/fields.ts';
import type { Context } from '../context.ts';

/** The answers, as far as they are right. */
export const awayAnswers = z.object({ from: z.iso.date(), to: z.iso.date(), deputy: z.string().min(1).max(60) });

/** The form for an absence, with what is known already; colleagues of the same department come first. */
export function awayForm(context: Context, known: Partial<Absence> = {}, intro?: string): Form {
  const { locale, org, person } = context;
  const others = org.people.filter(({ id }) => id !== person.id);
  const isNear = ({ department }: { department: string }) => department === person.department;
  const inOrder = [...others.filter(isNear), ...others.filter((other) => !isNear(other))];
  return {
    id: 'qm.away',
    title: translate(locale, 'away.form.title'),
    submit: translate(locale, 'away.form.submit'),
    cancel: translate(locale, 'common.cancel'),
    intro: words(intro ?? translate(locale, 'away.form.intro')),
    fields: [
      dateField(locale, { name: 'from', label: 'away.field.from', required: true }, known.from),
      dateField(locale, { name: 'to', label: 'away.field.to', hint: 'away.field.to.hint', required: true }, known.to),
      personField(
        locale,
        { name: 'deputy', label: 'away.field.deputy', hint: 'away.field.deputy.hint', required: true },
        peopleOptions(inOrder, org, locale),
        known.deputy === undefined ? [] : [known.deputy],
      ),
    ],
    context: {},
  };
}
