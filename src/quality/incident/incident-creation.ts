import { z } from 'zod';
import { readPastInstant } from '../../calendar/written-instant.ts';
import { translate } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { ActorContext } from '../../records/declaration/record-context.ts';
import { creation } from '../../records/define-record.ts';
import type { IncidentData } from './incident-data.ts';
import { describingFields, newAnswers, timeField } from './incident-forms.ts';
import { type IncidentItem, lesson, lessonOf } from './incident-item.ts';
import { learned } from './learn.ts';
import { promiseOf } from './promise.ts';
import { requesterNamed } from './requester.ts';
import { incidentWords } from './words.ts';

/**
 * `told` is data from another tool: only the system may supply it, and past events decide the initial state. `imported` means that it comes from a
 * list.
 */
const asked = newAnswers.extend({ told: lesson.optional(), imported: z.literal(true).optional() });

/** `/incident new`, and incidents from another tool. */
export const incidentCreation = creation<IncidentData, z.output<typeof asked>>({
  asks: {
    schema: asked,
    intro: (_record, { locale }) => translate(locale, incidentWords.new.intro),
    fields: (_record, view) => [...describingFields(null, view), timeField('reported', 'reported', view)],
  },
  initial: ({ reported, told, imported, ...said }, who) => {
    const { org, actorId, now } = who;
    const reportedAt = timeOf(reported, said.project, who).toISOString();
    const data: IncidentData = {
      ...describedBy(said, org),
      reporterId: actorId,
      engineerId: null,
      reportedAt,
      pauses: [],
      ratings: [],
      reopenings: [],
    };
    if (actorId !== null || !told) return data;
    return { ...learned(data, told, org), ...(imported && { importedAt: now.toISOString() }) };
  },
});

/** The form's answers, with what follows from project and priority. */
export function describedBy(
  { project: projectId, requester, object, category, ...said }: Omit<z.output<typeof newAnswers>, 'reported'>,
  org: Organisation,
) {
  const project = org.project(projectId);
  return {
    ...said,
    projectId,
    customerId: project?.customer ?? null,
    departmentId: project?.department ?? null,
    ...requesterNamed(requester, projectId, org),
    ...(category !== undefined && { category }),
    ...(object !== undefined && { object }),
    promise: promiseOf(projectId, said.priority, org),
  };
}

/** The instant as entered, by the clock of the project's site; blank means now. */
export function timeOf(
  said: string | undefined,
  projectId: string,
  { org, now }: Pick<ActorContext, 'org' | 'now'>,
): Date {
  const { zone } = org.siteOfDepartment(org.project(projectId)?.department ?? '');
  return said === undefined ? now : (readPastInstant(said, now, zone) ?? now);
}

/** The answers with which the system records an unknown item from another tool. Never throws: problems are refused by field. */
export function answersOf(item: IncidentItem, system: string, { settings }: Organisation) {
  const { kind = 'incident', title = '', project = '', channel = 'monitoring', place = 'remote', priority } = item;
  const least = settings.priorities.at(-1)?.id ?? '';
  return { kind, title, project, channel, place, priority: priority ?? least, told: lessonOf(item, system) };
}
