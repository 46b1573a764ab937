import { type Day, shiftDay } from '../calendar/day.ts';
import type { Deputy, OrgData } from './org-schema.ts';
import { closesCircle } from './stand-ins.ts';

/** A person's absence, and who stands in, as the person enters it. */
export type Absence = Pick<Deputy, 'person' | 'deputy' | 'from' | 'to'>;

/** Why an absence is rejected. */
export type AbsenceRefusal = 'ownDeputy' | 'wrongOrder' | 'past' | 'tooLong' | 'circle';

/** Warnings about an absence that is accepted all the same. */
export type AbsenceCaution =
  /** Another absence of theirs overlaps it: both deputies stand in. */
  | { readonly caution: 'overlap'; readonly other: Deputy }
  /** The deputy is away, too, on some of these days; the deputy's own deputy then stands in. */
  | { readonly caution: 'deputyAway'; readonly other: Deputy };

/** The longest absence that can be entered in chat; the organization file may define longer ones. */
const MOST_DAYS = 366;

/** Why an absence must be rejected at present, or null. `today` is the day at the person's site. */
export function refuseAbsence(absence: Absence, { deputies }: OrgData, today: Day): AbsenceRefusal | null {
  const { person, deputy, from, to } = absence;
  if (person === deputy) return 'ownDeputy';
  if (to < from) return 'wrongOrder';
  if (to < today) return 'past';
  if (to > shiftDay(from, MOST_DAYS)) return 'tooLong';
  return closesCircle(absence, deputies) ? 'circle' : null;
}

/** Warnings to show the person about the absence they enter. */
export function cautionsOf(absence: Absence, { deputies }: Pick<OrgData, 'deputies'>): AbsenceCaution[] {
  const during = deputies.filter(({ from, to }) => from <= absence.to && absence.from <= to);
  const own = during.filter((each) => each.person === absence.person && !isSame(each, absence));
  const theirs = during.filter(({ person }) => person === absence.deputy);
  return [
    ...own.map((other) => ({ caution: 'overlap', other }) as const),
    ...theirs.map((other) => ({ caution: 'deputyAway', other }) as const),
  ];
}

/** The organization with an absence added; adding the same one twice changes nothing. */
export function withAbsence(absence: Absence, data: OrgData, setBy: string, now: Date): OrgData {
  if (data.deputies.some((each) => isSame(each, absence))) return data;
  return { ...data, deputies: [...data.deputies, { ...absence, setBy, setAt: now.toISOString() }] };
}

/** The organization with some of a person's absences ended: one that has begun ends the day before `today`, a future one is removed. `which` selects them. */
export function withoutAbsences(data: OrgData, which: (absence: Deputy) => boolean, today: Day): OrgData {
  const deputies = data.deputies.flatMap((each) => {
    if (each.to < today || !which(each)) return [each];
    return each.from < today ? [{ ...each, to: shiftDay(today, -1) }] : [];
  });
  return { ...data, deputies };
}

/** A person's current and future absences, the next one first. */
export function absencesOf(personId: string, { deputies }: Pick<OrgData, 'deputies'>, today: Day): Deputy[] {
  return deputies
    .filter(({ person, to }) => person === personId && to >= today)
    .toSorted((left, right) => (left.from < right.from ? -1 : 1));
}

/** Whether two absences are the same. */
export function isSame(left: Absence, right: Absence): boolean {
  return (['person', 'deputy', 'from', 'to'] as const).every((part) => left[part] === right[part]);
}
