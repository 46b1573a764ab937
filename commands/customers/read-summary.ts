import { type Day, dayOf } from '../../src/calendar/day.ts';
import { type SatisfactionFigures, satisfactionFigures } from '../../src/figures/satisfaction/compute.ts';
import { overallOf } from '../../src/org/customers/questionnaire-shape.ts';
import type { Customer, Project } from '../../src/org/organisation.ts';
import { callBackData } from '../../src/quality/call-back/call-back-data.ts';
import { projectSurveyData } from '../../src/quality/project-survey/project-survey-data.ts';
import { type Score, scoreSchema, scores } from '../../src/quality/satisfaction/score.ts';
import { type NumberedVisit, readVisits } from '../../src/quality/visit/read-visits.ts';
import { isOpen, nextVisitDay } from '../../src/quality/visit/visits-due.ts';
import { tagOf } from '../../src/records/search/filing.ts';
import { readerOf } from '../../src/records/search/reader.ts';
import type { Context } from '../context.ts';

/** How many of the last ratings are considered. */
const LAST_RATINGS = 10;

/** The count, and the first of them. */
interface Some {
  readonly total: number;
  readonly first: string | null;
}

/** The summary of a customer or a project, as far as the user may read it. */
export interface CustomerSummary {
  readonly lastVisit: { readonly number: string; readonly day: Day } | null;
  /** The open visit, with its number; else the day the service level requires. */
  readonly nextVisit: {
    readonly number?: string;
    readonly day: Day;
    readonly agreed: boolean;
    readonly isFirst: boolean;
  } | null;
  readonly complaints: Some;
  readonly commitments: Some;
  /** The last rated services, latest first. */
  readonly rated: {
    readonly scores: readonly Score[];
    readonly figures: SatisfactionFigures;
    readonly latest: string;
  } | null;
  /** The last monthly survey that was submitted. */
  readonly survey: { readonly number: string; readonly month: string; readonly figures: SatisfactionFigures } | null;
}

type Asking = Pick<Context, 'org' | 'now' | 'person' | 'lists' | 'facts' | 'records'>;

/** List filters: for a customer, or for a project and its customer. */
interface Whose {
  readonly facet: 'customer' | 'project';
  readonly id: string;
  readonly customer: Customer | undefined;
}

/** Of a customer. */
export const summaryOfCustomer = (customer: Customer, context: Asking): Promise<CustomerSummary> =>
  readStanding({ facet: 'customer', id: customer.id, customer }, context);

/** Of a project; visits and commitments are those of its customer. */
export const summaryOfProject = (project: Project, context: Asking): Promise<CustomerSummary> =>
  readStanding({ facet: 'project', id: project.id, customer: context.org.customer(project.customer ?? '') }, context);

async function readStanding(whose: Whose, context: Asking): Promise<CustomerSummary> {
  const { customer, facet, id } = whose;
  const own = tagOf(facet, id);
  const [visits, complaints, commitments, rated, survey] = await Promise.all([
    customer ? visitsOf(customer, context) : { lastVisit: null, nextVisit: null },
    some('complaint', own, context),
    customer ? some('commitment', tagOf('customer', customer.id), context) : { total: 0, first: null },
    lastRated(own, context),
    lastSurvey(own, context),
  ]);
  return { ...visits, complaints, commitments, rated, survey };
}

async function visitsOf(
  customer: Customer,
  { org, now, facts }: Asking,
): Promise<Pick<CustomerSummary, 'lastVisit' | 'nextVisit'>> {
  const { zone } = org.siteOfDepartment('');
  const today = dayOf(now, zone);
  const all = await readVisits(facts, today, zone);
  const own = all.filter(({ customerId, restricted }) => customerId === customer.id && !restricted);
  const dayIn = ({ onDay, dueDay }: NumberedVisit) => onDay ?? dueDay;
  const earliestFirst = own.toSorted((left, right) => dayIn(left).localeCompare(dayIn(right)));
  const last = earliestFirst.findLast(({ state }) => state === 'closed' || state === 'written');
  const next = earliestFirst.find((visit) => isOpen(visit) && visit.state !== 'written');
  const day = nextVisitDay(customer, all, org, today);
  return {
    lastVisit: last ? { number: last.number, day: dayIn(last) } : null,
    nextVisit: next
      ? { number: next.number, day: dayIn(next), agreed: next.state === 'agreed', isFirst: false }
      : day === null
        ? null
        : { day, agreed: false, isFirst: own.length === 0 },
  };
}

function page(
  type: string,
  standing: 'open' | 'closed',
  tags: readonly (readonly string[])[],
  limit: number,
  asking: Asking,
) {
  const { lists, person, org, now } = asking;
  return lists.page({ type, standing, tags, reader: readerOf(person.id, org, now), now }, 0, limit);
}

async function some(type: string, own: string, asking: Asking): Promise<Some> {
  const { records, total } = await page(type, 'open', [[own]], 1, asking);
  return { total, first: records[0]?.number ?? null };
}

/** The last ratings of services, without those of the user's own work: the person rated must not see their own rating. */
async function lastRated(own: string, asking: Asking): Promise<CustomerSummary['rated']> {
  const anyScore = scores.map((score) => tagOf('score', String(score)));
  const { records } = await page('callBack', 'closed', [[own], anyScore], LAST_RATINGS, asking);
  const read = await Promise.all(records.map(({ number }) => asking.records.load({ number })));
  const found = read.flatMap((record) => {
    if (!record) return [];
    const { answer, engineerId } = callBackData.parse(record.data);
    return answer && engineerId !== asking.person.id ? [{ number: record.number, score: answer.score }] : [];
  });
  const [latest] = found;
  const given = found.map(({ score }) => score);
  return latest ? { scores: given, figures: satisfactionFigures(given), latest: latest.number } : null;
}

async function lastSurvey(own: string, asking: Asking): Promise<CustomerSummary['survey']> {
  const submitted = [[own], [tagOf('state', 'submitted')]];
  const { records } = await page('projectSurvey', 'closed', submitted, 1, asking);
  const record = records[0] ? await asking.records.load({ number: records[0].number }) : null;
  if (!record) return null;
  const { month, results, questionnaire } = projectSurveyData.parse(record.data);
  const overall = questionnaire ? overallOf(questionnaire) : undefined;
  const given = results.flatMap(({ ratings }) => scoreSchema.safeParse(ratings[overall ?? '']).data ?? []);
  return { number: record.number, month, figures: satisfactionFigures(given) };
}
