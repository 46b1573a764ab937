import type { Pause, ServiceHours } from '../../calendar/service-time.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { Role } from './role.ts';

/** A promise in service time, all of it told by the data: when it began, how long it is, what does not count, when it was kept. */
export interface Elapsed {
  readonly startedAt: Date;
  readonly minutes: number;
  readonly hours: ServiceHours;
  readonly pauses: readonly Pause[];
  readonly metAt: Date | null;
}

/**
 * How long a state may last: working days by the calendar of the department's site; the end of a day that the data names; or service time,
 * for a state alone. The last one's clock runs whatever state the record is in, and null says that there is none; see `elapsed.ts`.
 */
export type DueRule<Data> =
  | { readonly kind: 'workingDays'; days(org: Organisation): number }
  | { readonly kind: 'day'; day(data: Data): string };
export type ElapsedRule<Data> = {
  readonly kind: 'elapsed';
  clock(data: Data, org: Organisation): Elapsed | null;
  /** The clock is kept for the figures, and another record carries the duty: this one has no deadline of its own by it. */
  readonly elsewhere?: true;
  /** When its owners are reminded while it runs; see `jobs/clock-reminders/reminder-steps.ts`. */
  reminders?(org: Organisation): ClockReminders<Data>;
};

/** When the owners of a state in service time hear of its deadline, each once. */
export interface ClockReminders<Data> {
  /** So many minutes before it. */
  readonly before: readonly number[];
  /** When half of the time is gone. */
  readonly half?: true;
  /** When it is missed, and who is told of that besides. */
  readonly missed?: Role<Data>;
}

/** A state of a record's life. */
export interface State<Data, Name extends string = string> {
  readonly owner?: Role<Data>;
  /** Who is left out of the owners even so: segregation of duties. */
  readonly not?: readonly Role<Data>[];
  readonly due?: DueRule<Data> | ElapsedRule<Data>;
  /** What is owed beside it while the record stands here, each with a deadline of its own. */
  readonly also?: readonly AlsoDue<Data, Name>[];
  /** Who decides on a later deadline of this state; without it nobody can be asked for one. */
  readonly extendedBy?: Role<Data>;
  readonly final?: true;
  /** Its owners decide on somebody else's work or wish: listed under *Waiting for my decision*. */
  readonly decides?: true;
  /** Its owners work through such records in a queue: they get no card for each, and no line for each in the morning. */
  readonly queued?: true;
  /** Its owners are told at once, in their quiet hours, too. */
  atOnce?(data: Data): boolean;
  /** Tone of the card while nothing is late. */
  readonly tone: 'action' | 'neutral' | 'good' | 'muted';
}

/** A duty beside that of the state's owners. */
export interface AlsoDue<Data, Name extends string = string> {
  /** Its name: the catalogues know it as `TYPE.duty.STEP`. */
  readonly step: string;
  readonly owner: Role<Data>;
  readonly due: DueRule<Data>;
  /** Whether it is still owed; its clock stops when it no longer is. */
  pending(data: Data): boolean;
  /** The move that is waited for: the button on a reminder. Left out where there is a choice to make first. */
  readonly wants?: Name;
}
