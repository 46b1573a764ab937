import { EXTENSION_DUTY } from '../decide/duties.ts';
import { isProvisional } from '../decide/recompute.ts';
import type { RecordType } from '../declaration/record-type.ts';
import type { DeadlineClock } from '../shape/clocks.ts';
import type { RecordOf } from '../shape/record.ts';
import { foldText } from './fold-text.ts';
import { termsOf } from './terms.ts';

/** How records are filed now. Records filed otherwise are filed again at the next start; see `refile.ts`. */
export const FILING = 6;

/** The tag of what is restricted: few records, so that they are counted apart. */
export const RESTRICTED = 'restricted=yes';

/** The tag of what has a deadline that is recomputed when the calendar of its year comes; see `recompute.ts`. */
export const PROVISIONAL = 'provisional=yes';

/** More people than this never owe one record anything. */
const MOST_OWNERS = 50;

/** Under what a record is found by lists and searches: worked out from it at each save, and never read back into it. */
export interface Filing {
  readonly filed: number;
  /** Its place in lists, ascending: see `orderOf`. */
  readonly order: number;
  /** `state=issued`, `department=omd`, `owner=li-na` for whoever must act, `reporter=emily`, and its facets, such as `kind=major`. */
  readonly tags: string[];
  /** Words and pairs of characters of its title and its texts: see `termsOf`. */
  readonly terms: string[];
  /** When it came into the final state it is in; null while it is open. */
  readonly closedAt: Date | null;
  /** When that happened which figures count: what its type says, else its creation. */
  readonly countedAt: Date;
  /** The first deadline of its answer (`RecordType.answeredIn`); null where none is owed, or its clock stood still before it came. */
  readonly promisedAt: Date | null;
  /** Who must act on it or owes something beside; empty once it is closed. */
  readonly actorIds: string[];
  /** Those of them who decide: on what it waits for, or on a wish for a later deadline. */
  readonly deciderIds: string[];
  /** The first of the deadlines of its state and its duties; what has none comes after all that have one. */
  readonly wantedAt: Date;
  /** When the second of its duties is due: `dutyAt` tells of the first alone. */
  readonly secondDutyAt: Date | null;
  /** When the first of its clocks that still run comes to its end; null where none runs. */
  readonly runsUntil: Date | null;
  /** The one deadline that its department has had and not kept yet, in a type that has such (`RecordType.keptIn`). */
  readonly keptBy: Date | null;
  /** Whether summaries have to read it, because `keptBy` does not tell all: of its deadlines one was kept, or it is closed. */
  readonly figured: boolean;
}

/** The filing of a record. */
export function filingOf<Data>(type: RecordType<Data>, record: RecordOf<Data>): Filing {
  const { data, departmentId: department, createdBy: reporter, ownerIds, dutyOwnerIds, state } = record;
  const known = Object.entries({ state, department, reporter, ...type.facets(data) });
  const owners = [...new Set([...ownerIds, ...dutyOwnerIds])].slice(0, MOST_OWNERS);
  const closedAt = closingOf(record);
  return {
    filed: FILING,
    order: orderOf(record, closedAt),
    tags: [
      ...known.flatMap(([facet, value]) => (value === null ? [] : [tagOf(facet, value)])),
      ...owners.map((owner) => tagOf('owner', owner)),
      ...(record.restricted ? [RESTRICTED] : []),
      ...(record.open && isProvisional(record) ? [PROVISIONAL] : []),
    ],
    terms: termsOf([type.title(data), ...(type.searched?.(data) ?? [])]),
    closedAt,
    countedAt: new Date(type.countedAt?.(data) ?? record.createdAt),
    promisedAt: promiseOf(type, record),
    ...deskOf(type, record),
    secondDutyAt: record.duties[1]?.dueAt ?? null,
    ...figuresOf(type, record),
  };
}

/** By what a person's own desk finds a record. */
function deskOf<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
): Pick<Filing, 'actorIds' | 'deciderIds' | 'wantedAt'> {
  const { due, duties, open, ownerIds, dutyOwnerIds, state } = record;
  const first = Math.min(due?.at.getTime() ?? NO_DEADLINE, duties[0]?.dueAt.getTime() ?? NO_DEADLINE);
  const deciding = type.states[state]?.decides === true ? ownerIds : [];
  const asked = duties.filter(({ step }) => step === EXTENSION_DUTY).flatMap((duty) => duty.ownerIds);
  return {
    actorIds: open ? [...new Set([...ownerIds, ...dutyOwnerIds])] : [],
    deciderIds: open ? [...new Set([...deciding, ...asked])] : [],
    wantedAt: new Date(first),
  };
}

/** By what summaries and statistics count a record. */
function figuresOf<Data>(
  { keptIn }: RecordType<Data>,
  { clocks, open }: RecordOf<Data>,
): Pick<Filing, 'runsUntil' | 'keptBy' | 'figured'> {
  const ends = clocks.filter(({ metAt }) => metAt === null).map(({ until }) => until.getTime());
  const own = clocks.filter(({ step }) => keptIn?.includes(step));
  const [only] = own;
  const isPlain = ({ metAt, first, until, pausedAt }: DeadlineClock) =>
    metAt === null && pausedAt === undefined && until.getTime() === first.getTime();
  const counted = open && own.length < 2 && own.every(isPlain);
  return {
    runsUntil: ends.length > 0 ? new Date(Math.min(...ends)) : null,
    keptBy: counted && only ? only.first : null,
    figured: keptIn !== undefined && !counted,
  };
}

/** The tag of a facet's value. */
export const tagOf = (facet: string, value: string): string => `${facet}=${foldText(value).slice(0, 100)}`;

/** What has no deadline comes after all deadlines: the end of the year 2285. */
export const NO_DEADLINE = 1e13;
/** Closed records come after the open ones, the latest first: counted backwards from here. */
const CLOSED = 3e13;

/**
 * A number that puts records in the order of every list: the deadline in epoch milliseconds, so that the most late is first;
 * then what has no deadline; then what is closed, the last one closed first.
 */
export function orderOf({ due }: Pick<RecordOf<unknown>, 'due'>, closedAt: Date | null): number {
  if (closedAt) return CLOSED - closedAt.getTime();
  return due?.at.getTime() ?? NO_DEADLINE;
}

function closingOf({ open, history, updatedAt }: RecordOf<unknown>): Date | null {
  if (open) return null;
  const entered = history.findLast(({ from, to }) => from !== to);
  return entered ? new Date(entered.at) : updatedAt;
}

function promiseOf<Data>({ answeredIn = [] }: RecordType<Data>, { clocks }: RecordOf<Data>): Date | null {
  const clock = clocks.find(({ step }) => answeredIn.includes(step));
  if (!clock) return null;
  return clock.pausedAt === undefined || clock.first <= clock.pausedAt ? clock.first : null;
}
