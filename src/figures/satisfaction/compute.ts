import { groupBy } from '../../group-by.ts';
import { isSatisfied, type Score } from '../../quality/satisfaction/score.ts';
import type { Share } from '../../share.ts';

/** What one customer said of one service, or in one survey. */
export interface Voice {
  readonly score: Score;
  readonly customerId: string | null;
  readonly projectId: string | null;
  readonly specialtyId: string | null;
  /** The record that contains it. */
  readonly number: string;
  /** The instant that decides which period it counts in. */
  readonly at: string;
  readonly comment: string | null;
}

/** How satisfied customers are: `satisfied` is CSAT, `outOf100` is the same mean as 百分制 (requirements, terms). Null if nobody answered. */
export interface SatisfactionFigures {
  readonly satisfied: Share;
  /** 1 to 5, with two decimals. */
  readonly mean: number | null;
  /** 20 to 100, with one decimal. */
  readonly outOf100: number | null;
}

/** The figures of a list of scores. Pure. */
export function satisfactionFigures(given: readonly Score[]): SatisfactionFigures {
  const satisfied = { met: given.filter(isSatisfied).length, of: given.length };
  if (given.length === 0) return { satisfied, mean: null, outOf100: null };
  const sum = given.reduce<number>((total, score) => total + score, 0);
  return {
    satisfied,
    // Multiply before dividing: 161/40 is 4.025, which has no exact binary form and must round to 4.03.
    mean: Math.round((sum * 100) / given.length) / 100,
    outOf100: Math.round((sum * 200) / given.length) / 10,
  };
}

/** The figures of a list of voices. */
export const scoresOf = (voices: readonly Voice[]) => satisfactionFigures(voices.map(({ score }) => score));

/** The figures of one customer, project or specialty. */
export interface PartSatisfaction {
  readonly id: string;
  readonly figures: SatisfactionFigures;
}

/** The figures for each value of a part, least satisfied first; ties go to the one with more answers. */
export function satisfactionBy(
  voices: readonly Voice[],
  part: 'customerId' | 'projectId' | 'specialtyId',
): PartSatisfaction[] {
  return [...groupBy(voices, (voice) => voice[part])]
    .flatMap(([id, own]) => (id === null ? [] : [{ id, figures: scoresOf(own) }]))
    .sort(
      ({ figures: left }, { figures: right }) =>
        (left.mean ?? 0) - (right.mean ?? 0) || right.satisfied.of - left.satisfied.of,
    );
}

/** Voices with a comment, worst score first. */
export const withComments = (voices: readonly Voice[]): Voice[] =>
  voices.filter(({ comment }) => comment !== null).toSorted((left, right) => left.score - right.score);
