import { formatInstant } from '../../calendar/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import type { OrgStore } from '../../org/org-store.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import { type IncidentData, incidentData } from '../../quality/incident/incident-data.ts';
import { scoreAnswer } from '../../quality/satisfaction/score.ts';
import type { Records } from '../../records/records.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { CustomerLink } from '../customer-link.ts';
import { customerOf, type Page, type PageHandler, type Visit } from '../page-handler.ts';
import { drawRating, drawThanks, type RatedService, type RatingView } from './draw-rating.ts';

type Incident = RecordOf<IncidentData>;

const MOST_WORDS = 2000;

/** The page on which a customer rates a service that was provided remotely (R37; requirements, note 13): one answer per link. */
export function createRatingPage({
  records,
  organisation,
}: {
  readonly records: Pick<Records, 'load' | 'perform'>;
  readonly organisation: Pick<OrgStore, 'load'>;
}): PageHandler {
  /** The incident, while it can be rated: not once it is reopened or canceled. */
  async function incidentOf({ number }: CustomerLink): Promise<Incident | null> {
    const record = await records.load({ number });
    if (record?.type !== 'incident') return null;
    return { ...record, data: incidentData.parse(record.data) };
  }

  const interactionOf = ({ id }: CustomerLink) => `page:${id}`;
  const isAnswered = ({ history }: Incident, link: CustomerLink) =>
    history.some(({ interaction }) => interaction === interactionOf(link));

  return {
    purpose: 'rating',
    languageOf: async ({ contactId }) =>
      (await organisation.load()).contact(contactId ?? '')?.contact.language ?? 'zh-CN',
    async show(visit) {
      const [incident, org] = await Promise.all([incidentOf(visit.link), organisation.load()]);
      if (!incident) return 'withdrawn';
      const service = serviceOf(incident, org, visit.locale);
      if (isAnswered(incident, visit.link)) return page(visit, drawThanks(service, visit.locale));
      return isOver(incident) ? formPage(visit, service, { given: {} }) : 'withdrawn';
    },
    async take(visit, form) {
      const [incident, org] = await Promise.all([incidentOf(visit.link), organisation.load()]);
      if (!incident) return 'withdrawn';
      if (isAnswered(incident, visit.link)) return 'done';
      if (!isOver(incident)) return 'withdrawn';
      const score = scoreAnswer.safeParse(form.score).data;
      const comment = (form.comment ?? '').trim();
      const service = serviceOf(incident, org, visit.locale);
      if (score === undefined)
        return formPage(visit, service, { given: form, problem: 'serviceReport.page.need.score' });
      if (comment.length > MOST_WORDS) {
        return formPage(visit, service, { given: form, problem: 'serviceReport.page.need.tooLong' });
      }
      const { number } = incident;
      const rating = {
        score,
        ...(comment !== '' && { comment }),
        at: visit.now.toISOString(),
        via: 'link',
        by: number,
      };
      const request = {
        move: 'rated',
        answers: rating,
        actor: customerOf(visit.link),
        interaction: interactionOf(visit.link),
        round: null,
      };
      const { verdict } = await records.perform({ id: incident.id }, request);
      if (verdict.verdict === 'done' || verdict.verdict === 'repeated') return 'done';
      return formPage(visit, service, { given: form, problem: 'page.notTaken.text' });
    },
  };
}

const isOver = ({ state }: Incident) => state === 'resolved' || state === 'closed';

const page = ({ link, locale }: Visit, body: Page['body']): Page => ({
  title: `${translate(locale, 'rating.page.title')} ${link.number}`,
  body,
});

function formPage(visit: Visit, service: RatedService, rest: Pick<RatingView, 'given' | 'problem'>): Page {
  const body = drawRating({ service, locale: visit.locale, path: visit.path, ...rest });
  return { ...page(visit, body), status: rest.problem === undefined ? 200 : 422 };
}

function serviceOf({ number, data }: Incident, org: Organisation, locale: Locale): RatedService {
  const { zone } = org.siteOfDepartment(data.departmentId ?? '');
  const project = org.project(data.projectId);
  const at = data.resolvedAt ?? data.closedAt ?? data.reportedAt;
  return {
    number,
    title: data.title,
    project: project ? nameOf(project.name, locale) : data.projectId,
    resolved: formatInstant(new Date(at), zone, locale),
    done: data.done ?? '',
  };
}
