import { setImmediate } from 'node:timers/promises';
import type { Day } from '../../src/calendar/day.ts';
import type { NamePair } from '../../src/calendar/reason.ts';
import { inTurns } from '../../src/in-turns.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import type { DueItem } from '../../src/records/shape/due-query.ts';
import type { DueRemindersContent, ReminderItem } from './content.ts';
import { createDueAssessment, type DueStatus, type Escalation, isReminded, newStepFor, toldOf } from './due-status.ts';

/** The most lines of one message: what a phone shows in two screens. */
const MOST_LINES = 10;

/** The most escalations one person gets in a morning; the rest follow the next day. */
const MOST_TOLD = 10;

/** A due item, with those who have been or are notified in addition to its owners. */
type Item = DueStatus & { readonly ladder: readonly Escalation[] };

/** Everything due on a morning, computed once for everyone. */
export interface Morning {
  readonly org: Organisation;
  readonly now: Date;
  /** What each person owes, and each person's possible escalations, the latest first. */
  readonly owed: ReadonlyMap<string, readonly Item[]>;
  readonly told: ReadonlyMap<string, readonly Item[]>;
}

/** A late item that a person is notified of for the first time. */
export interface FirstNotice {
  readonly item: DueStatus;
  readonly after: number;
}

/** One person's message, and what must be recorded of it. */
export interface Reminder {
  readonly content: DueRemindersContent;
  readonly told: readonly FirstNotice[];
}

/** Computes the status of everything that is due. */
export async function morningOf(due: readonly DueItem[], org: Organisation, now: Date): Promise<Morning> {
  const assessment = createDueAssessment(org, now);
  const items = await inTurns(due, (item): Item => {
    const status = assessment.statusOf(item);
    // Assigned to the new object: spreading that many fields again takes longer than computing them.
    return Object.assign(status, { ladder: assessment.escalationsOf(status) });
  });
  items.sort(mostLateFirst);
  await setImmediate();
  const owed = byPerson(items, ({ ownerIds }) => ownerIds);
  await setImmediate();
  return { org, now, owed, told: byPerson(items, tellingOf) };
}

const nobody: readonly string[] = [];
const tellingOf = ({ ladder }: Item): readonly string[] =>
  ladder.length === 0 ? nobody : ladder.flatMap(({ personIds }) => personIds);

function byPerson(items: readonly Item[], of: (item: Item) => readonly string[]): Map<string, Item[]> {
  const lists = new Map<string, Item[]>();
  for (const item of items) {
    const ids = of(item);
    for (const id of ids.length > 1 ? new Set(ids) : ids) {
      const list = lists.get(id);
      if (list) list.push(item);
      else lists.set(id, [item]);
    }
  }
  return lists;
}

/** Everyone affected this morning: owners, their deputies, and those an escalation notifies. */
export function concerned({ org, now, owed, told }: Morning): string[] {
  const others = [...owed.keys()].flatMap((owner) => org.standIns(owner, now));
  return [...new Set([...owed.keys(), ...others, ...told.keys()])]
    .filter((id) => org.person(id)?.active === true)
    .sort();
}

/**
 * One person's message of the morning; null if there is nothing to say. Their own items come first, the latest
 * first, then those they are a deputy for. Escalations are never cut off, since they are sent only once.
 */
export function reminderFor(personId: string, today: Day, morning: Morning): Reminder | null {
  const { org, now } = morning;
  const listed = new Set<string>();
  // An item that a person owns and is a deputy for, or is a deputy for twice, is listed once.
  const itemsOf = (owner: string): Item[] =>
    (morning.owed.get(owner) ?? [])
      .filter((item) => isReminded(item, org) && !isSnoozed(item, personId, today))
      .filter((item) => !listed.has(nameOf(item)) && listed.add(nameOf(item)));
  const own = itemsOf(personId);
  const standingIn = org.actingFor(personId, now).flatMap((owner) => {
    const name = org.person(owner)?.name;
    const theirs = itemsOf(owner);
    return name && theirs.length > 0 ? [{ name, items: theirs }] : [];
  });
  const told: (FirstNotice & { readonly item: Item })[] = [];
  for (const item of morning.told.get(personId) ?? []) {
    if (told.length === MOST_TOLD) break;
    const after = listed.has(nameOf(item)) ? null : newStepFor(personId, item, item.ladder);
    if (after !== null) told.push({ item, after });
  }
  if (own.length + standingIn.length + told.length === 0) return null;
  return { content: contentOf({ own, standingIn, told: told.map(({ item }) => item) }, org), told };
}

const nameOf = ({ number, duty }: DueStatus) => `${number}/${duty ?? ''}`;

const isSnoozed = ({ snoozes }: DueStatus, personId: string, today: Day) =>
  snoozes.some((snooze) => snooze.personId === personId && snooze.until > today);

const mostLateFirst = (left: DueStatus, right: DueStatus) =>
  right.overBy - left.overBy || (left.day < right.day ? -1 : left.day > right.day ? 1 : 0);

function toItem(item: Item, org: Organisation): ReminderItem {
  const { number, type, title, round, duty, wants, day, late, overBy, dueIn, provisional } = item;
  const escalatedTo = namesOf(toldOf(item, item.ladder), org);
  return { number, type, title, round, duty, wants, day, late, overBy, dueIn, provisional, escalatedTo };
}

const namesOf = (ids: readonly string[], org: Organisation): NamePair[] =>
  ids.flatMap((id) => org.person(id)?.name ?? []);

interface Lists {
  readonly own: readonly Item[];
  readonly standingIn: readonly { readonly name: NamePair; readonly items: readonly Item[] }[];
  readonly told: readonly Item[];
}

/** The lists that fit in a message, and how many items are left out. */
function contentOf({ own, standingIn, told }: Lists, org: Organisation): DueRemindersContent {
  let room = Math.max(MOST_LINES - told.length, 3);
  let left = 0;
  const take = (items: readonly Item[]): ReminderItem[] => {
    const taken = items.slice(0, room);
    room -= taken.length;
    left += items.length - taken.length;
    return taken.map((item) => toItem(item, org));
  };
  const mine = take(own);
  const groups = standingIn.map(({ name, items }) => ({ name, items: take(items) }));
  return {
    notice: 'due-reminders',
    own: mine,
    standingIn: groups.filter(({ items }) => items.length > 0),
    escalated: told.map((item) => ({ ...toItem(item, org), owners: namesOf(item.ownerIds, org) })),
    left,
  };
}
