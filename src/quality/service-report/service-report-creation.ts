import { z } from 'zod';
import { readPastInstant } from '../../calendar/written-instant.ts';
import { translate } from '../../i18n/translate.ts';
import { findNamed } from '../../org/customers/naming.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { ActorContext } from '../../records/declaration/record-context.ts';
import { creation } from '../../records/define-record.ts';
import type { ServiceReportData } from './service-report-data.ts';
import { type VisitAnswers, visitAnswers, visitFields } from './service-report-forms.ts';
import { serviceReportWords } from './words.ts';

const id = z.string().max(60);

/** Data from an incident resolved on site: only the system may supply it. */
const raised = z.object({
  incident: id,
  contactId: id.nullable(),
  contactName: z.string().max(120).optional(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
});
export const raisedReport = visitAnswers.extend({ raised: raised.optional() });

/** `/report new` for planned work, and the draft raised by an incident resolved on site. */
export const serviceReportCreation = creation<ServiceReportData, z.output<typeof raisedReport>>({
  asks: {
    schema: raisedReport,
    intro: (_record, { locale }) => translate(locale, serviceReportWords.new.intro),
    fields: (_record, view) => visitFields(null, view),
  },
  initial: ({ raised: known, ...said }, who) => {
    const visit = describedBy(said, null, who);
    const base = { ...visit, ...(said.incident !== undefined && { incident: said.incident }), earlier: [] };
    if (who.actorId !== null || !known) return base;
    const { contactName: _said, ...rest } = base;
    return { ...rest, ...known };
  },
});

/** The visit from the form; a time left out stays as it was, or is now. */
export function describedBy(
  { title, project: projectId, contact, engineer, started, ended, done }: VisitAnswers,
  known: ServiceReportData | null,
  { org, now }: Pick<ActorContext, 'org' | 'now'>,
) {
  const project = org.project(projectId);
  const departmentId = project?.department ?? null;
  const { zone } = org.siteOfDepartment(departmentId ?? '');
  const read = (said: string | undefined) =>
    said === undefined ? undefined : readPastInstant(said, now, zone)?.toISOString();
  const endedAt = read(ended) ?? known?.endedAt ?? now.toISOString();
  const startedAt = read(started) ?? known?.startedAt ?? endedAt;
  return {
    title,
    projectId,
    customerId: project?.customer ?? null,
    departmentId,
    engineerId: engineer,
    ...contactNamed(contact, projectId, org),
    startedAt,
    endedAt,
    done,
  };
}

/** A contact of the project, otherwise of the customer, otherwise only the name. */
export function contactNamed(said: string | undefined, projectId: string, org: Organisation) {
  if (said === undefined) return { contactId: null };
  const contact = findNamed(said, contactsOf(projectId, org));
  return contact ? { contactId: contact.id } : { contactId: null, contactName: said };
}

/** All contacts at a project's customer, the first one to ask first. */
export function contactsOf(projectId: string, org: Organisation) {
  const customer = org.customer(org.project(projectId)?.customer ?? '');
  return [...org.contactsOf(projectId), ...(customer?.contacts ?? [])];
}
