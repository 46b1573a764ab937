import type { z } from 'zod';
import { readPastInstant } from '../../calendar/written-instant.ts';
import { translate } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import { withFiles } from '../../records/decide/evidence.ts';
import type { ActorContext } from '../../records/declaration/record-context.ts';
import { creation } from '../../records/define-record.ts';
import { emptyCommon } from '../../records/shape/common.ts';
import { answerDayFrom } from './answer-day.ts';
import { complainantOf } from './complainant-of.ts';
import type { ComplaintData } from './complaint-data.ts';
import { type newComplaint, newComplaintForm } from './new-complaint-form.ts';
import { complaintWords } from './words.ts';

type Said = z.output<typeof newComplaint>;

/** `/complaint new`, and those raised by a call-back or survey. A complaint about a person is restricted from the start. */
export const complaintCreation = creation<ComplaintData, Said>({
  asks: {
    ...newComplaintForm,
    intro: (_record, { locale }) => translate(locale, complaintWords.new.intro),
  },
  initial(said, who) {
    const { kind, what, where, about, channel, accusedId, noted, restricted, wordless } = said;
    const place = placeOf(said, who.org);
    const receivedAt = instantOf(said.received, place.departmentId, who);
    return {
      kind,
      what,
      ...(wordless && { wordless }),
      ...(where !== undefined && { where }),
      channel,
      ...place,
      ...complainantOf(said, place.customerId, who.org),
      ...(about !== undefined && { about }),
      ...(accusedId !== undefined && who.org.person(accusedId) && { accusedId }),
      ...(restricted && { ofSomebody: true }),
      receivedAt: receivedAt.toISOString(),
      receiverId: who.actorId ?? said.receiverId ?? null,
      answerBy: answerDayFrom(place.departmentId, receivedAt, who),
      notes: noted.map((text) => ({ by: who.actorId ?? '', at: who.now.toISOString(), text })),
      answers: [],
      proposals: 0,
      reopenings: [],
    };
  },
  initialCommon: ({ accusedId, restricted, files, evidence }, who) => ({
    ...withFiles(emptyCommon, files, who),
    links: evidence.map((number) => ({ kind: 'evidence', number })),
    restricted: restricted || (accusedId !== undefined && who.org.person(accusedId) !== undefined),
  }),
});

/** The project and its customer; a complaint about the whole company has only the customer. */
function placeOf({ projectId, customerId }: Said, org: Organisation) {
  const project = org.project(projectId ?? '');
  const customer = org.customer(project?.customer ?? customerId ?? '');
  return {
    projectId: project?.id ?? null,
    customerId: customer?.id ?? null,
    departmentId: project?.department ?? null,
  };
}

function instantOf(said: string | undefined, departmentId: string | null, { org, now }: ActorContext): Date {
  const { zone } = org.siteOfDepartment(departmentId ?? '');
  return said === undefined ? now : (readPastInstant(said, now, zone) ?? now);
}
