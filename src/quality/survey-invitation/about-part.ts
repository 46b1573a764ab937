import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import type { Part } from './survey-invitation-data.ts';

/** The subject of a part in words: a project and its specialty, or our service as a whole. */
export function aboutPart(
  { projectId, specialtyId }: Pick<Part, 'projectId' | 'specialtyId'>,
  { org, locale }: { readonly org: Organisation; readonly locale: Locale },
): string {
  const project = org.project(projectId ?? '');
  if (!project) return translate(locale, 'survey.about.company');
  const specialty = project.specialties.find(({ id }) => id === specialtyId);
  const name = nameOf(project.name, locale);
  return specialty
    ? translate(locale, 'survey.about.specialty', { project: name, specialty: nameOf(specialty.name, locale) })
    : name;
}
