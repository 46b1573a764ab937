import type { Field } from '../../../chat/form.ts';
import { choiceField, namedOptions, optionsFrom, textField } from '../../../records/declaration/fields.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import { type FindingData, kinds, sources } from '../finding-data.ts';
import { findingWords } from '../words.ts';

/** Who may see a finding: everyone it concerns, or only the people named in it. */
export const visibilities = ['open', 'restricted'] as const;

type View_ = Pick<View, 'locale' | 'org'>;
type Known = Partial<Pick<FindingData, 'source' | 'element' | 'projectId' | 'criterion'>>;

/** The source (R30). */
export const sourceField = ({ locale }: View_, initial?: FindingData['source'], required = false): Field =>
  choiceField(
    locale,
    { name: 'source', label: findingWords.field.source, required },
    optionsFrom(locale, sources, 'finding.source'),
    initial,
  );

/** The kind, as decided by QED. */
export const kindField = ({ locale }: View_, initial?: FindingData['kind'], required = false): Field =>
  choiceField(
    locale,
    { name: 'kind', label: findingWords.field.kind, required },
    optionsFrom(locale, kinds, 'finding.kind'),
    initial,
  );

/** The criterion: a clause of a standard, or a controlled document. */
export const criterionField = ({ locale }: View_, initial?: string, required = false): Field =>
  textField(
    locale,
    { name: 'criterion', label: findingWords.field.criterion, hint: findingWords.field['criterion.hint'], required },
    initial,
  );

/** The responsible department. */
export const departmentField = ({ locale, org }: View_, initial?: string, required = false): Field =>
  choiceField(
    locale,
    { name: 'department', label: findingWords.field.department, required },
    namedOptions(org.departments, locale),
    initial,
  );

/** The capability element (R12), and the project if the organization lists any. */
export function belongingFields({ locale, org }: View_, known: Known = {}): Field[] {
  const element = choiceField(
    locale,
    { name: 'element', label: findingWords.field.element },
    namedOptions(org.settings.capabilityElements, locale),
    known.element,
  );
  return [element, ...projectField({ locale, org }, known.projectId)];
}

/** The project, if the organization lists any. */
export const projectField = ({ locale, org }: View_, initial?: string): Field[] =>
  org.projects.length === 0
    ? []
    : [
        choiceField(
          locale,
          { name: 'project', label: 'record.field.project' },
          namedOptions(org.projects, locale),
          initial,
        ),
      ];

/** Whether only the people named in it may see it. */
export const visibilityField = ({ locale }: View_, isRestricted = false): Field =>
  choiceField(
    locale,
    { name: 'visibility', label: findingWords.field.visibility, required: true },
    optionsFrom(locale, visibilities, 'finding.visibility'),
    isRestricted ? 'restricted' : 'open',
  );
