import { translate } from '../../i18n/translate.ts';
import { customerFilter } from '../../records/declaration/customer-filters.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { creation, defineRecord, type StatesOf } from '../../records/define-record.ts';
import { visitAppointment } from './visit-appointment.ts';
import { visitBody } from './visit-body.ts';
import { slaAnswers, type VisitData, visitData } from './visit-data.ts';
import { visitFigures } from './visit-figures.ts';
import { newVisitForm } from './visit-forms.ts';
import { visitMoves } from './visit-moves.ts';
import { manager } from './visit-roles.ts';
import { visitCalled, visitWords } from './words.ts';

/** From the plan to the submitted record. */
const visitStates: StatesOf<VisitData, typeof visitWords> = {
  planned: { owner: manager, due: { kind: 'day', day: ({ dueDay }) => dueDay }, tone: 'action' },
  agreed: { owner: manager, due: { kind: 'day', day: ({ onDay, dueDay }) => onDay ?? dueDay }, tone: 'neutral' },
  written: {
    owner: manager,
    due: { kind: 'workingDays', days: ({ settings }) => settings.visits.submit },
    tone: 'action',
  },
  closed: { final: true, tone: 'good' },
  cancelled: { final: true, tone: 'muted' },
};

/** A visit to a customer (R29, R38), with feedback (R41) and commitments. */
export const visit = defineRecord<VisitData, typeof visitWords>({
  type: 'visit',
  words: visitWords,
  called: visitCalled,
  number: { per: 'year', prefix: (org) => org.settings.prefixes.visit ?? 'VS' },
  schemaVersion: 1,
  upgrades: {},
  data: visitData,
  title: ({ customerName, purpose }) =>
    (purpose === undefined ? customerName : `${customerName} · ${purpose}`).slice(0, 120),
  facets: ({ customerId, feedback }) => ({ customer: customerId, ...(feedback && { sla: feedback.sla }) }),
  filters: [
    customerFilter('record.field.customer'),
    {
      facet: 'sla',
      label: visitWords.field.sla,
      words: ['sla', 'feedback', '反馈'],
      values: () => catalogueValues(slaAnswers, 'visit.sla'),
    },
  ],
  exported: [
    { label: visitWords.field.held, text: ({ notes, onDay }) => (notes === undefined ? undefined : onDay) },
    { label: visitWords.field.met, text: ({ met }) => met },
    { label: visitWords.field.notes, text: ({ notes }) => notes },
    { label: visitWords.field.slaNote, text: ({ feedback }) => feedback?.slaNote },
    { label: visitWords.field.newServices, text: ({ feedback }) => feedback?.newServices },
  ],
  searched: ({ notes = '', met = '', feedback }) => [notes, met, feedback?.newServices ?? ''],
  countedAt: ({ onDay, dueDay }) => `${onDay ?? dueDay}T00:00:00.000Z`,
  figures: visitFigures,
  department: ({ departmentId }) => departmentId,
  inChannels: false,
  initialState: 'planned',
  states: visitStates,
  moves: visitMoves,
  creation: creation({
    asks: { ...newVisitForm, intro: (_record, { locale }) => translate(locale, visitWords.new.intro) },
    initial: ({ purpose, customerId, ...said }, { org }) => ({
      ...said,
      customerId,
      customerName: org.customer(customerId)?.name.zh ?? customerId,
      ...(purpose !== undefined && { purpose }),
      departmentId: org.peopleWith('omdManager')[0]?.department ?? null,
      participantIds: [],
      commitments: [],
    }),
  }),
  calendarEntry: visitAppointment,
  body: visitBody,
});
