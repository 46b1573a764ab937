import { z } from 'zod';
import { readPastInstant } from '../../calendar/read-past-instant.ts';
import { translate } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { Who } from '../../records/declaration/circumstances.ts';
import { creation } from '../../records/define-record.ts';
import { freeText } from '../../records/free-text.ts';
import type { IncidentData } from './incident-data.ts';
import { describingFields, newAnswers, timeField } from './incident-forms.ts';
import { promiseOf } from './promise.ts';
import { requesterNamed } from './requester.ts';

/** What another tool tells besides: only the system may, and what has happened already makes the state it begins in. */
export const toldSchema = z.object({
  reportedAt: z.iso.datetime().optional(),
  respondedAt: z.iso.datetime().optional(),
  restoredAt: z.iso.datetime().optional(),
  resolvedAt: z.iso.datetime().optional(),
  closedAt: z.iso.datetime().optional(),
  engineerId: z.string().max(60).optional(),
  done: freeText(3000).optional(),
  source: z.object({ system: z.string().max(60), externalId: z.string().max(100) }).optional(),
});

const asked = newAnswers.extend({ told: toldSchema.optional() });

/** `/incident new`, and what arrives from another tool. */
export const incidentCreation = creation<IncidentData, z.output<typeof asked>>({
  asks: {
    schema: asked,
    intro: (_record, { locale }) => translate(locale, 'incident.new.intro'),
    fields: (_record, view) => [...describingFields(null, view), timeField('reported', 'reported', view)],
  },
  initial: ({ reported, told, ...said }, who) => {
    const { org, now, actorId } = who;
    const reportedAt = timeOf(reported, said.project, who).toISOString();
    const data: IncidentData = {
      ...describedBy(said, org),
      reporterId: actorId,
      engineerId: null,
      reportedAt,
      pauses: [],
      reopenings: [],
    };
    return actorId === null ? withTold(data, told ?? {}, now) : data;
  },
});

/** What the form says, with what follows from project and priority. */
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

/** The instant that somebody wrote, by the clock of the project's site; blank is now. */
export function timeOf(said: string | undefined, projectId: string, { org, now }: Pick<Who, 'org' | 'now'>): Date {
  const { zone } = org.siteOfDepartment(org.project(projectId)?.department ?? '');
  return said === undefined ? now : (readPastInstant(said, now, zone) ?? now);
}

/** What has been resolved was responded to, and what is closed was resolved, whether the other tool says when or not. */
export function withTold(data: IncidentData, told: z.output<typeof toldSchema>, now: Date): IncidentData {
  const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  const next: IncidentData = { ...data, ...known };
  const resolvedAt = next.resolvedAt ?? next.closedAt;
  const respondedAt = next.respondedAt ?? resolvedAt;
  const over = next.closedAt ?? resolvedAt ?? now.toISOString();
  return {
    ...next,
    ...(resolvedAt !== undefined && { resolvedAt }),
    ...(respondedAt !== undefined && { respondedAt }),
    pauses: resolvedAt === undefined ? next.pauses : next.pauses.map((pause) => ({ ...pause, to: pause.to ?? over })),
  };
}
