import type { z } from 'zod';
import { translate } from '../../../i18n/translate.ts';
import type { Ask } from '../../../records/define-record.ts';
import { choiceField, longTextField, optionsFrom, textField } from '../../../records/fields.ts';
import { findingData, kinds, sources } from '../finding-data.ts';

const schema = findingData.pick({
  what: true,
  where: true,
  title: true,
  source: true,
  criterion: true,
  evidence: true,
  suggestedKind: true,
});

/** What was seen and where; the rest may wait for triage. */
export const newFindingForm: Ask<z.output<typeof findingData>, z.output<typeof schema>> = {
  schema,
  intro: (_record, { locale }) => translate(locale, 'finding.new.intro'),
  fields: (_record, { locale }) => [
    longTextField(locale, {
      name: 'what',
      label: 'finding.field.what',
      hint: 'finding.field.what.hint',
      required: true,
    }),
    textField(locale, {
      name: 'where',
      label: 'finding.field.where',
      hint: 'finding.field.where.hint',
      required: true,
    }),
    textField(locale, { name: 'title', label: 'finding.field.title', max: 200 }),
    choiceField(
      locale,
      { name: 'source', label: 'finding.field.source' },
      optionsFrom(locale, sources, 'finding.source'),
    ),
    textField(locale, { name: 'criterion', label: 'finding.field.criterion', hint: 'finding.field.criterion.hint' }),
    longTextField(locale, { name: 'evidence', label: 'finding.field.evidence' }),
    choiceField(
      locale,
      { name: 'suggestedKind', label: 'finding.field.suggestedKind' },
      optionsFrom(locale, kinds, 'finding.kind'),
    ),
  ],
};
