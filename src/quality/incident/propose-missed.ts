import { shortenLetters } from '../../chat/shorten-text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { nameOf } from '../../org/organisation.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { raise } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import type { IncidentData } from './incident-data.ts';
import { isMissed, missedIn } from './missed.ts';
import { incidentWords } from './words.ts';

type Incident = RecordOf<IncidentData>;

/**
 * SLA 未达成: the finding proposed to QED as soon as an ended incident is known to have missed a target, from any source. After a reopening it is raised
 * under the same number and remains the same one.
 */
export function proposeMissed(before: Incident | null, after: Incident, circumstances: RecordContext): FollowUp[] {
  if (!isMissed(after, circumstances) || (before && isMissed(before, circumstances))) return [];
  const { number, data } = after;
  const { org } = circumstances;
  const { projectId, customerId, departmentId } = data;
  const { language } = org.siteOfDepartment(departmentId ?? '');
  const priority = org.settings.priorities.find(({ id }) => id === data.priority);
  const facts = [
    translate(language, incidentWords.missed.what, {
      title: data.title,
      priority: priority ? nameOf(priority.name, language) : data.priority,
    }),
    ...missedIn(data, org).map(({ target, promised, took }) =>
      translate(language, incidentWords.missed[target], {
        promised: timeText(promised, language),
        took: timeText(took, language),
      }),
    ),
  ];
  const title = shortenLetters(translate(language, incidentWords.missed.title, { title: data.title }), 160);
  return [
    raise(
      contracts.proposal.raise,
      { cause: 'slaMissed', about: number, title, projectId, customerId, departmentId, facts: facts.join('\n') },
      { number: `${number}-P1` },
    ),
  ];
}

/** Minutes as text: 5 小时 10 分钟. */
function timeText(total: number, locale: Locale): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return translate(locale, incidentWords.missed.minutes, { minutes });
  if (minutes === 0) return translate(locale, incidentWords.missed.hours, { hours });
  return translate(locale, incidentWords.missed.hoursAndMinutes, { hours, minutes });
}
