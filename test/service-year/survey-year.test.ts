import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarYearOf, monthOf, quarterOf } from '../../src/calendar/period.ts';
import { readSatisfaction } from '../../src/figures/satisfaction/read.ts';
import { reportFigures } from '../../src/figures/satisfaction/report.ts';
import { projectSurveyData } from '../../src/quality/project-survey/project-survey-data.ts';
import { createRandom } from '../year/random.ts';
import { instantOn } from '../year/working-days.ts';
import { type Answered, askCustomers, type InOrder } from './ask-customers.ts';
import { openService, type Service } from './open-service.ts';
import { type PlainSurvey, plainRecord, plainReport, plainSurveys } from './reckon-surveys.ts';
import { keyOf, talkThrough } from './sayings.ts';
import { projects, yearOrganisation } from './world.ts';

/** So many of the fifty projects, customer by customer, so that contacts stand in several of them. */
const SURVEYED = Number(process.env.SURVEYED ?? 3);
const YEAR = 2026;
const ZONE = 'Asia/Shanghai';
const months = Array.from({ length: 12 }, (_, index) => `${YEAR}-${String(index + 1).padStart(2, '0')}`);
const served = projects.toSorted((left, right) => left.customer.localeCompare(right.customer)).slice(0, SURVEYED);
const talks = talkThrough(served, months, createRandom(20_260_104));
const plain = plainSurveys(served, months, talks);

const shuffling = createRandom(20_260_105);
const shuffle: InOrder = (items) =>
  items
    .map((item) => ({ item, at: shuffling.next() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item);

const lived: { readonly service: Service; readonly answered: Answered }[] = [];
beforeAll(async () => {
  for (const inOrder of [((items) => [...items]) satisfies InOrder, shuffle]) {
    const begin = instantOn(`${YEAR}-01-01`, 0);
    const service = await openService(begin, yearOrganisation(served), { TRUST_PROXY: '127.0.0.1' });
    lived.push({ service, answered: await askCustomers(service, talks, months, inOrder) });
  }
});
afterAll(async () => {
  for (const { service } of lived) await service.stop();
});

/** The product's figures of a period as the plain computing names them. */
async function figuresOf(service: Service, period: ReturnType<typeof monthOf>, projectId?: string) {
  const kind = 'month' as const;
  const ground = service.ground();
  const scope = projectId === undefined ? {} : { projectId };
  const figures = await reportFigures({ kind, period, zone: ZONE }, ground, scope);
  const byId = (parts: readonly { readonly id: string; readonly figures: unknown }[]) =>
    new Map(parts.map((part) => [part.id, part.figures]));
  const span = { from: instantOn(period.first, 0), to: instantOn(period.last, 24 * 60) };
  const isWanted = (whose: { readonly projectId: string | null }) =>
    projectId === undefined || whose.projectId === projectId;
  const { remarks } = await readSatisfaction(span, ground, isWanted);
  return {
    surveys: figures.surveys,
    answered: figures.answered,
    customers: byId(figures.customers),
    projects: byId(figures.projects),
    specialties: new Map(
      figures.specialties.map((part) => [keyOf({ project: part.projectId, specialty: part.id }), part.figures]),
    ),
    questions: byId(figures.questions),
    comments: remarks.map(({ score, comment }) => `${score} ${comment}`).sort(),
  };
}

const plainOf = (wanted: (survey: PlainSurvey) => boolean) => plainReport(plain.filter(wanted));

describe(`twelve months of surveys of ${served.length} projects, answered in order and in any order`, () => {
  test('had each form answered: taken, or too late', () => {
    const sent = (late: boolean) =>
      talks
        .flatMap(({ sayings }) => sayings)
        .filter((saying) => saying.way === 'page' && saying.late === late)
        .reduce((sum, { doubled }) => sum + (doubled ? 2 : 1), 0);
    for (const { answered } of lived) {
      expect(Object.fromEntries(answered)).toEqual({ 303: sent(false), 410: sent(true) });
    }
  });

  test.each(months)('has figures of %s that agree with the plain computation to the last item', async (month) => {
    const expected = plainOf((survey) => survey.month === month);
    expect(expected.surveys.satisfied.of).toBeGreaterThan(0);
    for (const { service } of lived) expect(await figuresOf(service, monthOf(`${month}-01`))).toEqual(expected);
  });

  test.each([1, 2, 3, 4])('has figures of quarter %i and of the year, month by month', async (quarter) => {
    const own = months.slice(3 * quarter - 3, 3 * quarter);
    const expected = plainOf(({ month }) => own.includes(month));
    // Some do not answer in each quarter, so that the rate can be wrong.
    expect(expected.answered.met).toBeLessThan(expected.answered.of);
    const year = calendarYearOf(`${YEAR}-01-01`);
    for (const { service } of lived) {
      expect(await figuresOf(service, quarterOf(`${own[0]}-01`))).toEqual(expected);
      const whole = await reportFigures({ kind: 'year', period: year, zone: ZONE }, service.ground());
      expect(whole.surveys).toEqual(plainOf(() => true).surveys);
      expect(whole.months.map(({ surveys }) => surveys)).toEqual(
        months.map((month) => plainOf((survey) => survey.month === month).surveys.satisfied),
      );
    }
  });

  test.each(served.map(({ id }) => id))('has the year of %s, with its response rate', async (project) => {
    const expected = plainOf((survey) => survey.project === project);
    for (const { service } of lived)
      expect(await figuresOf(service, calendarYearOf(`${YEAR}-01-01`), project)).toEqual(expected);
  });

  test('has in each survey that was handed in the figures that it deserves', async () => {
    const expected = new Map(plain.map((survey) => [`${survey.month} ${keyOf(survey)}`, plainRecord(survey)]));
    for (const { service } of lived) {
      const span = { from: instantOn(`${YEAR}-01-01`, 0), to: instantOn(`${YEAR + 1}-01-01`, 0) };
      const wanted = projectSurveyData.pick({ month: true, projectId: true, specialtyId: true, figures: true });
      const rows = await service.ground().facts.between('projectSurvey', span, wanted);
      const kept = rows.map(({ state, data: { month, projectId, specialtyId, figures } }) => {
        expect(state).toBe('submitted');
        return [`${month} ${keyOf({ project: projectId, specialty: specialtyId })}`, figures] as const;
      });
      expect(new Map(kept)).toEqual(expected);
      expect(kept).toHaveLength(plain.length);
    }
  });
});
