import { dayOf } from '../../calendar/day.ts';
import { formatDay } from '../../calendar/format.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import { siteOf } from '../../records/decide/due.ts';
import { label } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { ComplaintData } from './complaint-data.ts';
import { complaintWords } from './words.ts';

/** What the complainant may be told now, in their language, ready to copy: number, status and next step. Names no one. */
export function tellComplainant(record: RecordOf<ComplaintData>, org: Organisation): string {
  const { data, number, state } = record;
  const { language, zone } = {
    ...org.siteOfDepartment(data.departmentId ?? ''),
    ...org.calendarOf(siteOf(record, org)),
  };
  const locale = org.contact(data.contactId ?? '')?.contact.language ?? language;
  const day = (at: string) => formatDay(at, locale);
  const answer = data.answers.at(-1);
  const params = {
    number,
    kind: label(complaintWords.kind[data.kind], locale).toLowerCase(),
    received: day(dayOf(new Date(data.receivedAt), zone)),
    answerBy: day(data.answerBy),
    answer: answer?.text ?? '',
    remedy: answer?.remedy ?? '',
    text: data.assessment?.text ?? data.closing ?? '',
  };
  return translate(locale, keyOf(state, data), params);
}

function keyOf(state: string, { kind, answers, assessment, acknowledgement }: ComplaintData): MessageKey {
  if (state === 'answered' || state === 'accepted') {
    return answers.at(-1)?.remedy === undefined ? complaintWords['tell.answered'] : complaintWords['tell.offered'];
  }
  if (state === 'closed' && kind === 'suggestion') {
    return assessment?.adopted ? complaintWords['tell.adopted'] : complaintWords['tell.notAdopted'];
  }
  if (state === 'closed') return complaintWords['tell.closed'];
  if (state === 'withdrawn') return complaintWords['tell.withdrawn'];
  if (kind === 'suggestion') return complaintWords['tell.thanks'];
  return acknowledgement ? complaintWords['tell.underWay'] : complaintWords['tell.received'];
}
