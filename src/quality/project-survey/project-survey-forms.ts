import { z } from 'zod';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import type { Ask } from '../../records/declaration/ask.ts';
import { choiceField, longTextField, namedOptions } from '../../records/declaration/fields.ts';
import { orNothing } from '../../records/shape/answers.ts';
import { freeText } from '../../records/shape/free-text.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { ProjectSurveyData } from './project-survey-data.ts';
import { projectSurveyWords } from './words.ts';

type Form<Input> = Ask<ProjectSurveyData, Input>;

const submitted = z.object({
  comment: orNothing(freeText(1000)),
});
export const submitForm: Form<z.output<typeof submitted>> = {
  schema: submitted,
  fields: (_record, { locale }) => [
    longTextField(locale, { name: 'comment', label: projectSurveyWords.field.comment, max: 1000 }),
  ],
};

const added = z.object({ contact: z.string().min(1).max(60) });
/** One more of the customer's contacts to ask. */
export const addContactForm: Form<z.output<typeof added>> = {
  schema: added,
  fields: (record, { locale, org }) => [
    choiceField(
      locale,
      { name: 'contact', label: 'record.field.contact', required: true },
      record ? othersToAsk(record, org).map(({ id, name }) => ({ value: id, label: nameOf(name, locale) })) : [],
    ),
  ],
};

/** The customer's contacts not asked yet. */
export const othersToAsk = ({ data }: RecordOf<ProjectSurveyData>, org: Organisation) =>
  (org.customer(data.customerId ?? '')?.contacts ?? []).filter(
    ({ id, active }) => active && !data.contactIds.includes(id),
  );

export const plannedSurvey = z.object({ project: z.string().min(1).max(60), specialty: z.string().max(60).optional() });
export type Planned = z.output<typeof plannedSurvey>;

/** A survey outside the monthly schedule. */
export const newSurveyForm: Form<Planned> = {
  schema: plannedSurvey,
  fields: (_record, { locale, org }) => {
    const projects = org.projects.filter(({ active }) => active);
    const specialties = projects.flatMap(({ specialties: own, name }) =>
      own.map(({ id, name: title }) => ({
        id,
        name: { zh: `${name.zh} ${title.zh}`, en: `${name.en}, ${title.en}` },
      })),
    );
    return [
      choiceField(
        locale,
        { name: 'project', label: 'record.field.project', required: true },
        namedOptions(projects, locale),
      ),
      choiceField(
        locale,
        {
          name: 'specialty',
          label: projectSurveyWords.field.specialty,
          hint: projectSurveyWords.field['specialty.hint'],
        },
        namedOptions(
          specialties.filter(({ id }, index) => specialties.findIndex((other) => other.id === id) === index),
          locale,
        ),
      ),
    ];
  },
};
