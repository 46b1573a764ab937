import { EXTENSION_DUTY } from '../decide/duties.ts';
import { isProvisional } from '../decide/recompute.ts';
import type { RecordType } from '../declaration/record-type.ts';
import type { DeadlineClock } from '../shape/clocks.ts';
import type { RecordOf } from '../shape/record.ts';
import { foldText } from './fold-text.ts';
import { termsOf } from './terms.ts';

/** The current version of the filing. Records with another version are refiled at the next start; see `refile-repository.ts`. */
export const FILING = 6;

/** The tag of restricted records: few, so they are counted separately. */
export const RESTRICTED = 'restricted=yes';

/** The tag of records with a deadline to recompute once the calendar of its year is published; see `recompute.ts`. */
export const PROVISIONAL = 'provisional=yes';

/** The most people with a duty on one record. */
const MOST_OWNERS = 50;

/** The values that lists and searches use to find a record: derived from it on every save, and never read back into it. */
export interface Filing {
  readonly filed: number;
  /** Its place in lists, ascending: see `orderOf`. */
  readonly order: number;
  /** `state=issued`, `department=omd`, `owner=li-na` for people who must act, `reporter=emily`, and its facets, such as `kind=major`. */
  readonly tags: string[];
  /** Words and character pairs of its title and texts: see `termsOf`. */
  readonly terms: string[];
  /** When it entered its current final state; null while open. */
  readonly closedAt: Date | null;
  /** The event that figures count by: defined by its type, otherwise its creation. */
  readonly countedAt: Date;
  /** The first deadline of its answer (`RecordType.answeredIn`); null if none is due, or if its clock is paused since before it. */
  readonly promisedAt: Date | null;
  /** Who must act on it or has another duty on it; empty once closed. */
  readonly actorIds: string[];
  /** Those of them who decide: on its current state, or on an extension request. */
  readonly deciderIds: string[];
  /** The earliest deadline of its state and duties; records without one sort last. */
  readonly wantedAt: Date;
  /** When its second duty is due: `dutyAt` covers only the first. */
  readonly secondDutyAt: Date | null;
  /** The earliest deadline of its running clocks; null if none is running. */
  readonly runsUntil: Date | null;
  /** The department's only deadline so far, if not met yet, for types with `RecordType.keptIn`. */
  readonly keptBy: Date | null;
  /** Whether summaries must read the record because `keptBy` is not enough: a deadline was met, or it is closed. */
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

/** The values a person's desk uses to find a record. */
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

/** The values summaries and statistics use to count a record. */
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

/** Sort key of records without a deadline, after all deadlines: the end of the year 2285. */
export const NO_DEADLINE = 1e13;
/** Closed records come after open ones, latest first: counted down from here. */
const CLOSED = 3e13;

/**
 * The sort key of every list: the deadline in epoch milliseconds, so that the most overdue comes first; then records without a deadline; then closed
 * ones, last closed first.
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
