import { type Day, shiftDay } from '../calendar/day.ts';
import type { Deputy, OrgData } from './org-schema.ts';
import { closesCircle } from './stand-ins.ts';

/** Somebody's absence, and who stands in: what a person says of themselves. */
export type Absence = Pick<Deputy, 'person' | 'deputy' | 'from' | 'to'>;

/** Why an absence cannot be set down. */
export type AbsenceRefusal = 'ownDeputy' | 'wrongOrder' | 'past' | 'tooLong' | 'circle';

/** What is set down all the same, and worth a word. */
export type AbsenceCaution =
  /** Another absence of theirs falls on some of the same days: both deputies stand in. */
  | { readonly caution: 'overlap'; readonly other: Deputy }
  /** The deputy is away, too, on some of these days; whoever stands in for the deputy then does. */
  | { readonly caution: 'deputyAway'; readonly other: Deputy };

/** Nobody is away for longer by a word to the bot; the organisation's file may say more. */
const MOST_DAYS = 366;

/** Why an absence cannot be set down as things stand, or null. `today` is the day of the person's site. */
export function refuseAbsence(absence: Absence, { deputies }: OrgData, today: Day): AbsenceRefusal | null {
  const { person, deputy, from, to } = absence;
  if (person === deputy) return 'ownDeputy';
  if (to < from) return 'wrongOrder';
  if (to < today) return 'past';
  if (to > shiftDay(from, MOST_DAYS)) return 'tooLong';
  return closesCircle(absence, deputies) ? 'circle' : null;
}

/** What the person should know of an absence that they set down. */
export function cautionsOf(absence: Absence, { deputies }: Pick<OrgData, 'deputies'>): AbsenceCaution[] {
  const during = deputies.filter(({ from, to }) => from <= absence.to && absence.from <= to);
  const own = during.filter((each) => each.person === absence.person && !isSame(each, absence));
  const theirs = during.filter(({ person }) => person === absence.deputy);
  return [
    ...own.map((other) => ({ caution: 'overlap', other }) as const),
    ...theirs.map((other) => ({ caution: 'deputyAway', other }) as const),
  ];
}

/** The organisation with an absence in it; the same one twice is one. */
export function withAbsence(absence: Absence, data: OrgData, setBy: string, now: Date): OrgData {
  if (data.deputies.some((each) => isSame(each, absence))) return data;
  return { ...data, deputies: [...data.deputies, { ...absence, setBy, setAt: now.toISOString() }] };
}

/**
 * The organisation with some of a person's absences ended: one that has begun ends the day before `today`, one to come is taken out. `which`
 * tells those that are meant.
 */
export function withoutAbsences(data: OrgData, which: (absence: Deputy) => boolean, today: Day): OrgData {
  const deputies = data.deputies.flatMap((each) => {
    if (each.to < today || !which(each)) return [each];
    return each.from < today ? [{ ...each, to: shiftDay(today, -1) }] : [];
  });
  return { ...data, deputies };
}

/** A person's absences that are not over, the next first. */
export function absencesOf(personId: string, { deputies }: Pick<OrgData, 'deputies'>, today: Day): Deputy[] {
  return deputies
    .filter(({ person, to }) => person === personId && to >= today)
    .toSorted((left, right) => (left.from < right.from ? -1 : 1));
}

/** Whether two say the same. */
export function isSame(left: Absence, right: Absence): boolean {
  return (['person', 'deputy', 'from', 'to'] as const).every((part) => left[part] === right[part]);
}
