import { formatDay } from '../../calendar/format.ts';
import type { Block, Fact, Line } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { nameOf } from '../../org/organisation.ts';
import { factIn, quotedIn } from '../../records/card/blocks.ts';
import { openButton } from '../../records/card/draw-buttons.ts';
import { personText } from '../../records/card/person-text.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label, personName } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { visitAppointment } from './visit-appointment.ts';
import type { VisitData } from './visit-data.ts';
import { visitWords } from './words.ts';

/** The body of a visit's card: date, participants, what was said, the customer's view of the service, and commitments. */
export function visitBody(record: RecordOf<VisitData>, view: View): Block[] {
  const { data } = record;
  const { locale } = view;
  const quoted = quotedIn(locale);
  return [
    { kind: 'facts', facts: factsOf(data, view) },
    ...quoted(visitWords.field.purpose, data.purpose),
    ...quoted(visitWords.field.notes, data.notes),
    ...quoted(visitWords.field.slaNote, data.feedback?.slaNote),
    ...quoted(visitWords.field.newServices, data.feedback?.newServices),
    ...commitmentBlocks(record, view),
    ...quoted(visitWords.field.cancellation, data.cancellation),
    ...calendarBlocks(record, view),
  ];
}

function factsOf(data: VisitData, view: View): Fact[] {
  const { locale, org } = view;
  const fact = factIn(locale);
  const customer = org.customer(data.customerId);
  const people = data.participantIds.map((id) => personName(id, view)).join(translate(locale, 'common.listSeparator'));
  const held = data.notes === undefined ? visitWords.field.on : visitWords.field.held;
  return [
    ...fact('record.field.customer', words(customer ? nameOf(customer.name, locale) : data.customerId)),
    ...fact(visitWords.field.due, words(formatDay(data.dueDay, locale))),
    ...fact(held, data.onDay === undefined ? undefined : words(formatDay(data.onDay, locale))),
    ...fact(visitWords.field.participants, people === '' ? undefined : words(people)),
    ...fact(visitWords.field.met, data.met === undefined ? undefined : words(data.met)),
    ...fact(visitWords.field.sla, data.feedback && words(label(visitWords.sla[data.feedback.sla], locale))),
    ...fact(
      visitWords.field.submittedBy,
      data.submittedBy === undefined ? undefined : [personText(data.submittedBy, view)],
    ),
  ];
}

function commitmentBlocks({ number, data, state }: RecordOf<VisitData>, view: View): Block[] {
  const { locale } = view;
  if (data.commitments.length === 0) return [];
  const lines = data.commitments.map(({ id, what, ownerId, dueDay, keptOn }): Line => {
    const params = { what, person: personName(ownerId, view), day: formatDay(keptOn ?? dueDay, locale) };
    const text = words(
      translate(locale, keptOn === undefined ? visitWords.commitment.due : visitWords.commitment.kept, params),
    );
    return state === 'closed'
      ? { text, button: openButton(`${number}-${id}`, translate(locale, 'record.open')) }
      : { text };
  });
  return [
    { kind: 'heading', text: translate(locale, visitWords.field.commitments) },
    { kind: 'lines', lines },
  ];
}

/** A link to add it to the viewer's own calendar. */
function calendarBlocks(record: RecordOf<VisitData>, view: View): Block[] {
  const entry = view.viewer === null ? null : visitAppointment(record, view);
  if (!entry) return [];
  const { locale } = view;
  const text = words(translate(locale, entry.cancelled ? visitWords.calendar.cancelled : visitWords.calendar.agreed));
  const label = translate(locale, visitWords.calendar.button);
  return [
    {
      kind: 'lines',
      lines: [{ text, button: { action: 'record.calendar', label, value: { number: record.number } } }],
    },
  ];
}
