import { translate } from '../../i18n/translate.ts';
import { nameOf } from '../../org/organisation.ts';
import type { View } from '../../records/declaration/record-context.ts';
import type { Appointment } from '../../records/declaration/record-type.ts';
import { personName } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { VisitData } from './visit-data.ts';
import { visitWords } from './words.ts';

/** A visit as a calendar entry: once its day is agreed, and as canceled if it is called off. */
export function visitAppointment(
  { number, state, data }: Pick<RecordOf<VisitData>, 'number' | 'state' | 'data'>,
  view: Pick<View, 'org' | 'locale'>,
): Appointment | null {
  const { onDay, customerId, customerName, purpose, participantIds } = data;
  if (onDay === undefined || (state !== 'agreed' && state !== 'cancelled')) return null;
  const { locale, org } = view;
  const known = org.customer(customerId);
  const customer = known ? nameOf(known.name, locale) : customerName;
  const people = participantIds.map((id) => personName(id, view)).join(translate(locale, 'common.listSeparator'));
  return {
    day: onDay,
    summary: translate(locale, visitWords.calendar.summary, { customer }),
    description: [number, people, ...(purpose === undefined ? [] : [purpose])].join('\n'),
    cancelled: state === 'cancelled',
  };
}
