import type { Day } from '../../src/calendar/day.ts';
import type { NamePair } from '../../src/calendar/reason.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import type { DueRemindersContent, ReminderItem } from './content.ts';
import { type Escalation, escalationsOf, isReminded, newRungFor, type Reckoned, toldOf } from './rungs.ts';

/** The most lines of one message: what a phone shows in two screens. */
const MOST_LINES = 10;

/** The most that the ladder tells one person in a morning; the rest follow the next. */
const MOST_TOLD = 10;

/** All that is due on a morning, worked out once for everybody. */
export interface Morning {
  readonly org: Organisation;
  readonly now: Date;
  readonly items: readonly (Reckoned & { readonly ladder: readonly Escalation[] })[];
}

/** Something late of which somebody hears for the first time. */
export interface Told {
  readonly item: Reckoned;
  readonly after: number;
}

/** One person's message, and what is to be noted of it. */
export interface Reminder {
  readonly content: DueRemindersContent;
  readonly told: readonly Told[];
}

/** Works out how everything that is due stands. */
export function morningOf(due: readonly Reckoned[], org: Organisation, now: Date): Morning {
  return { org, now, items: due.map((item) => ({ ...item, ladder: escalationsOf(item, org, now) })) };
}

/** Everybody whom the morning concerns: owners, those who stand in for them, and whom the ladder tells. */
export function concerned({ org, now, items }: Morning): string[] {
  const owners = new Set(items.flatMap(({ ownerIds }) => ownerIds));
  const others = [...owners].flatMap((owner) => org.standIns(owner, now));
  const told = items.flatMap(({ ladder }) => ladder.flatMap(({ personIds }) => personIds));
  return [...new Set([...owners, ...others, ...told])].filter((id) => org.person(id)?.active === true).sort();
}

/**
 * One person's message of the morning; null when there is nothing to say. What is theirs comes first, the most late before the
 * rest, then what they stand in for. What the ladder tells them is never cut off, for it is told once.
 */
export function reminderFor(personId: string, today: Day, morning: Morning): Reminder | null {
  const { org, now, items } = morning;
  const listed = new Set<string>();
  // What somebody owns themselves, or stands in for twice, is listed once.
  const itemsOf = (owner: string): ReminderItem[] =>
    items
      .filter((item) => item.ownerIds.includes(owner) && isReminded(item, org) && !isSnoozed(item, personId, today))
      .filter((item) => !listed.has(nameOf(item)) && listed.add(nameOf(item)))
      .sort(mostLateFirst)
      .map((item) => toItem(item, org));
  const own = itemsOf(personId);
  const standingIn = org.actingFor(personId, now).flatMap((owner) => {
    const name = org.person(owner)?.name;
    const theirs = itemsOf(owner);
    return name && theirs.length > 0 ? [{ name, items: theirs }] : [];
  });
  const told = items
    .flatMap((item) => {
      const after = listed.has(nameOf(item)) ? null : newRungFor(personId, item, item.ladder);
      return after === null ? [] : [{ item, after }];
    })
    .sort((left, right) => mostLateFirst(left.item, right.item))
    .slice(0, MOST_TOLD);
  const escalated = told.map(({ item }) => ({ ...toItem(item, org), owners: namesOf(item.ownerIds, org) }));
  if (own.length + standingIn.length + escalated.length === 0) return null;
  return { content: limited({ notice: 'due-reminders', own, standingIn, escalated, left: 0 }), told };
}

const nameOf = ({ number, duty }: Reckoned) => `${number}/${duty ?? ''}`;

const isSnoozed = ({ snoozes }: Reckoned, personId: string, today: Day) =>
  snoozes.some((snooze) => snooze.personId === personId && snooze.until > today);

const mostLateFirst = (left: Reckoned, right: Reckoned) =>
  right.overBy - left.overBy || (left.day < right.day ? -1 : left.day > right.day ? 1 : 0);

function toItem(item: Reckoned & { readonly ladder: readonly Escalation[] }, org: Organisation): ReminderItem {
  const { number, type, title, round, duty, wants, day, late, overBy, dueIn, provisional } = item;
  const escalatedTo = namesOf(toldOf(item, item.ladder), org);
  return { number, type, title, round, duty, wants, day, late, overBy, dueIn, provisional, escalatedTo };
}

const namesOf = (ids: readonly string[], org: Organisation): NamePair[] =>
  ids.flatMap((id) => org.person(id)?.name ?? []);

function limited(content: DueRemindersContent): DueRemindersContent {
  let room = Math.max(MOST_LINES - content.escalated.length, 3);
  const take = <Item>(items: readonly Item[]): Item[] => {
    const taken = items.slice(0, room);
    room -= taken.length;
    return taken;
  };
  const own = take(content.own);
  const groups = content.standingIn.map(({ name, items }) => ({ name, items: take(items) }));
  const standingIn = groups.filter(({ items }) => items.length > 0);
  const count = ({ own: mine, standingIn: others }: Pick<DueRemindersContent, 'own' | 'standingIn'>) =>
    others.reduce((sum, { items }) => sum + items.length, mine.length);
  return { ...content, own, standingIn, left: count(content) - count({ own, standingIn }) };
}
