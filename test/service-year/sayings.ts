import type { Random } from '../year/random.ts';
import type { YearProject } from './world.ts';

/** A survey of a month: of a project, or of one specialty of it. */
export interface Surveyed {
  readonly project: string;
  readonly specialty: string | null;
}

export const rated = ['overall', 'speed', 'skill', 'attitude', 'result'] as const;
/** What is answered to one survey: each rating, whether one would recommend us, and a comment. */
export interface Given {
  readonly ratings: Readonly<Record<(typeof rated)[number], number>>;
  readonly recommend: number | null;
  readonly comment: string;
}

/** One time that a contact is heard in a month: on the page, or by the staff who write it down; by survey, see `keyOf`. */
export interface Saying {
  readonly way: 'page' | 'staff';
  /** Sent twice at once, by an impatient finger. */
  readonly doubled: boolean;
  /** When the surveys have been handed in already. */
  readonly late: boolean;
  readonly given: ReadonlyMap<string, Given>;
}

/** What a contact says in a month, in this order; nothing, mostly once, sometimes something else afterwards. */
export interface Talk {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly contact: string;
  readonly sayings: readonly Saying[];
}

export const keyOf = ({ project, specialty }: Surveyed): string => `${project}/${specialty ?? ''}`;

/** The surveys that a project has each month. */
export const surveysOf = ({ id, specialties }: YearProject): Surveyed[] =>
  specialties.length === 0
    ? [{ project: id, specialty: null }]
    : specialties.map((specialty) => ({ project: id, specialty }));

/** What everybody says in the months, from the seed. */
export function talkThrough(served: readonly YearProject[], months: readonly string[], random: Random): Talk[] {
  const contacts = [...new Set(served.flatMap((project) => project.contacts))];
  return months.flatMap((month) =>
    contacts.map((contact): Talk => {
      const keys = served
        .filter((project) => project.contacts.includes(contact))
        .flatMap(surveysOf)
        .map(keyOf);
      return { month, contact, sayings: sayingsOf(keys, random) };
    }),
  );
}

function sayingsOf(keys: readonly string[], random: Random): Saying[] {
  const say = (way: Saying['way'], more: Partial<Saying> = {}): Saying => ({
    way,
    doubled: way === 'page' && random.chance(0.2),
    late: false,
    given: new Map(keys.map((key) => [key, giveIn(random)])),
    ...more,
  });
  const fate = random.next();
  if (fate < 0.2) return [];
  if (fate < 0.45) return [say('page')];
  if (fate < 0.6) return [say('page'), say('page')];
  if (fate < 0.7) return [say('staff')];
  if (fate < 0.8) return [say('staff'), say('page')];
  // Staff correct one survey; which one is certain where there is but one.
  if (fate < 0.9) return [say('page'), say(keys.length === 1 ? 'staff' : 'page')];
  return [say('page', { late: true })];
}

function giveIn(random: Random): Given {
  const overall = random.oneOf([1, 2, 3, 4, 4, 4, 5, 5, 5, 5]);
  const others = () => random.between(Math.max(1, overall - 1), 5);
  return {
    ratings: { overall, speed: others(), skill: others(), attitude: others(), result: others() },
    recommend: random.chance(0.7) ? random.between(0, 10) : null,
    comment: overall < 4 && random.chance(0.5) ? `not good enough ${random.between(0, 999_999)}` : '',
  };
}
