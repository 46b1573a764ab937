import { z } from 'zod';
import { dayOf, yearOf } from '../../calendar/day.ts';
import type { Customer } from '../../org/organisation.ts';
import type { Ask } from '../../records/declaration/ask.ts';
import { choiceField, longTextField, namedOptions, textField } from '../../records/declaration/fields.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { orNothing } from '../../records/shape/answers.ts';
import { freeText } from '../../records/shape/free-text.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { CompanySurveyData } from './company-survey-data.ts';
import { customersIn } from './sample.ts';
import { companySurveyWords } from './words.ts';

type Form<Input> = Ask<CompanySurveyData, Input>;

export const plannedYear = z.object({
  year: z
    .string()
    .trim()
    .regex(/^20\d{2}$/, companySurveyWords.form.badYear)
    .transform(Number),
});
export type Planned = z.output<typeof plannedYear>;

export const planForm: Form<Planned> = {
  schema: plannedYear,
  fields: (_record, { locale, org, now, viewer }) => {
    const thisYear = yearOf(dayOf(now, org.siteOfPerson(viewer ?? '').zone));
    const question = { name: 'year', label: companySurveyWords.field.year, required: true, max: 4 } as const;
    return [textField(locale, question, String(thisYear))];
  },
};

const chosen = z.object({ customers: z.array(z.string().max(60)).min(1).max(500) });
export type Chosen = z.output<typeof chosen>;

/** Customers to add to or drop from the sample. */
export const customersForm = (which: 'in' | 'out'): Form<Chosen> => ({
  schema: chosen,
  fields: (record, view) => [
    choiceField(
      view.locale,
      { name: 'customers', label: companySurveyWords.field.customers, required: true, many: true },
      namedOptions(customersFor(which, record, view), view.locale),
    ),
  ],
});

function customersFor(
  which: 'in' | 'out',
  record: RecordOf<CompanySurveyData> | null,
  { org }: View,
): readonly Customer[] {
  const asked = customersIn(record?.data.contactIds ?? [], org);
  return which === 'out' ? asked : org.customers.filter((one) => one.active && !asked.includes(one));
}

const reason = z.object({ reason: orNothing(freeText(1000)) });
export const submitPlanForm: Form<z.output<typeof reason>> = {
  schema: reason,
  fields: (record, { locale }) => [
    longTextField(
      locale,
      { name: 'reason', label: companySurveyWords.reason.gap, hint: companySurveyWords.reason['gap.hint'], max: 1000 },
      record?.data.gapReason,
    ),
  ],
};

const comment = z.object({ comment: orNothing(freeText(1000)) });
export const closeForm: Form<z.output<typeof comment>> = {
  schema: comment,
  fields: (_record, { locale }) => [
    longTextField(locale, { name: 'comment', label: companySurveyWords.field.comment, max: 1000 }),
  ],
};
