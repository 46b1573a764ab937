import type { Pause, ServiceHours } from '../../calendar/service-time.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { Role } from './role.ts';

/** A promise in service time, derived entirely from the data: start, length, pauses, and when it was kept. */
export interface Elapsed {
  readonly startedAt: Date;
  readonly minutes: number;
  readonly hours: ServiceHours;
  readonly pauses: readonly Pause[];
  readonly metAt: Date | null;
}

/**
 * How long a state may last: working days by the calendar of the department's site; the end of a day named in the data; or service time, for states
 * only. A service-time clock runs regardless of the record's state, and null means that there is none; see `elapsed.ts`.
 */
export type DueRule<Data> =
  | { readonly kind: 'workingDays'; days(org: Organisation): number }
  | { readonly kind: 'day'; day(data: Data): string };
export type ElapsedRule<Data> = {
  readonly kind: 'elapsed';
  clock(data: Data, org: Organisation): Elapsed | null;
  /** The clock is kept for the figures only; another record carries the deadline. */
  readonly elsewhere?: true;
  /** When its owners are reminded; see `jobs/clock-reminders/reminder-steps.ts`. */
  reminders?(org: Organisation): ClockReminders<Data>;
};

/** When the owners of a service-time state are told about its deadline, once each. */
export interface ClockReminders<Data> {
  /** This many minutes before it. */
  readonly before: readonly number[];
  /** At half time. */
  readonly half?: true;
  /** When it is missed; this role is told in addition to the owners. */
  readonly missed?: Role<Data>;
}

/** A state of a record's life. */
export interface State<Data, Name extends string = string> {
  readonly owner?: Role<Data>;
  /** Who is excluded from the owners nonetheless: segregation of duties. */
  readonly not?: readonly Role<Data>[];
  readonly due?: DueRule<Data> | ElapsedRule<Data>;
  /** Additional duties in this state, each with its own deadline. */
  readonly also?: readonly AlsoDue<Data, Name>[];
  /** Who decides on extensions of this state's deadline; without it, nobody can be asked for one. */
  readonly extendedBy?: Role<Data>;
  readonly final?: true;
  /** Its owners decide on another person's work or request: listed under *Waiting for my decision*. */
  readonly decides?: true;
  /** Its owners work through such records in a queue: no card and no morning reminder for each. */
  readonly queued?: true;
  /** Its owners are told right away, even in their quiet hours. */
  atOnce?(data: Data): boolean;
  /** Tone of the card while nothing is late. */
  readonly tone: 'action' | 'neutral' | 'good' | 'muted';
}

/** A duty in addition to the state's own. */
export interface AlsoDue<Data, Name extends string = string> {
  /** Its name; its text is in the catalogues at `TYPE.duty.STEP`. */
  readonly step: string;
  readonly owner: Role<Data>;
  readonly due: DueRule<Data>;
  /** Whether it is still pending; its clock stops when it no longer is. */
  pending(data: Data): boolean;
  /** The expected move: the button on a reminder. Omitted if there is a choice to make first. */
  readonly wants?: Name;
}
