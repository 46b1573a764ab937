import { groupBy } from '../../src/group-by.ts';
import { type Given, keyOf, rated, type Surveyed, surveysOf, type Talk } from './sayings.ts';
import type { YearProject } from './world.ts';

/*
 * The figures of surveys, recomputed and plainly from what everybody said, to hold the product against: no record is read.
 */

/** A survey of a month with what each contact said of it in the end. */
export interface PlainSurvey extends Surveyed {
  readonly month: string;
  readonly customer: string;
  readonly invited: number;
  readonly answers: readonly Given[];
}

/** All surveys of the months. What somebody said last counts; what came too late does not. */
export function plainSurveys(
  served: readonly YearProject[],
  months: readonly string[],
  talks: readonly Talk[],
): PlainSurvey[] {
  const said = new Map<string, Given>();
  for (const { month, contact, sayings } of talks) {
    for (const { late, given } of sayings) {
      if (!late) for (const [key, one] of given) said.set(`${month} ${contact} ${key}`, one);
    }
  }
  return months.flatMap((month) =>
    served.flatMap((project) =>
      surveysOf(project).map((survey) => ({
        ...survey,
        month,
        customer: project.customer,
        invited: project.contacts.length,
        answers: project.contacts.flatMap((contact) => said.get(`${month} ${contact} ${keyOf(survey)}`) ?? []),
      })),
    ),
  );
}

/** CSAT, mean and score out of 100 of some ratings. */
export function plainFigures(scores: readonly number[]) {
  let sum = 0;
  let satisfied = 0;
  for (const score of scores) {
    sum += score;
    if (score === 4 || score === 5) satisfied += 1;
  }
  const rounded = (times: number, of: number) => Math.round((sum * times) / scores.length) / of;
  return {
    satisfied: { met: satisfied, of: scores.length },
    mean: scores.length === 0 ? null : rounded(100, 100),
    outOf100: scores.length === 0 ? null : rounded(200, 10),
  };
}

/** Everything that is said of some surveys, as `reportFigures` says it; parts by what they are called. */
export function plainReport(surveys: readonly PlainSurvey[]) {
  const overall = (some: readonly PlainSurvey[]) =>
    plainFigures(some.flatMap(({ answers }) => answers.map(({ ratings }) => ratings.overall)));
  const by = (part: (survey: PlainSurvey) => string | null) =>
    new Map(
      [...groupBy(surveys, part)].flatMap(([name, own]) => {
        const figures = overall(own);
        return name === null || figures.satisfied.of === 0 ? [] : [[name, figures] as const];
      }),
    );
  const answers = surveys.flatMap((survey) => survey.answers);
  return {
    surveys: overall(surveys),
    answered: { met: answers.length, of: surveys.reduce((sum, { invited }) => sum + invited, 0) },
    customers: by(({ customer }) => customer),
    projects: by(({ project }) => project),
    specialties: by((survey) => (survey.specialty === null ? null : keyOf(survey))),
    questions: new Map(
      answers.length === 0
        ? []
        : rated.map((question) => [question, plainFigures(answers.map(({ ratings }) => ratings[question]))]),
    ),
    comments: answers
      .filter(({ comment }) => comment !== '')
      .map(({ ratings, comment }) => `${ratings.overall} ${comment}`)
      .sort(),
  };
}

/** What a survey's own record keeps when it is handed in. */
export function plainRecord({ invited, answers }: PlainSurvey) {
  const overall = answers.map(({ ratings }) => ratings.overall);
  const recommended = answers.flatMap(({ recommend }) => recommend ?? []);
  const count = (some: readonly number[], counts: (value: number) => boolean) => some.filter(counts).length;
  const promoters = count(recommended, (value) => value > 8);
  const detractors = count(recommended, (value) => value < 7);
  return {
    invited,
    answered: answers.length,
    csat: overall.length === 0 ? null : count(overall, (value) => value > 3) / overall.length,
    mean: overall.length === 0 ? null : overall.reduce((sum, value) => sum + value, 0) / overall.length,
    nps: recommended.length === 0 ? null : Math.round((100 * (promoters - detractors)) / recommended.length),
  };
}
