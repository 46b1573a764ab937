import type { Organisation } from '../org/organisation.ts';
import type { Registry } from '../records/registry.ts';
import type { Routes } from '../records/shape/address.ts';
import type { DueLists } from '../records/shape/due-query.ts';
import type { EffectIntent } from '../records/shape/effect.ts';
import type { Reports } from '../records/shape/report-query.ts';
import type { Facts } from '../records/store/facts-repository.ts';

/** One turn of periodic work: this morning's reminders of that site, this month's duty of that department. */
export interface Occurrence {
  readonly job: string;
  /** What it is for: a site, a channel, a department. */
  readonly scope: string;
  /** Which turn: a day, a week, a month. Unique within job and scope. */
  readonly period: string;
  readonly dueAt: Date;
  /** From here on it is too late to be of use. */
  readonly until: Date;
}

/** What a job may look at when it runs. */
export interface JobContext {
  readonly org: Organisation;
  readonly now: Date;
  /** The workspaces that messages can be sent to. */
  readonly routes: Routes;
  readonly dues: DueLists;
  readonly reports: Reports;
  readonly facts: Facts;
  readonly registry: Registry;
}

/** When Agenda should wake the ledger. */
export interface CronTime {
  readonly cron: string;
  readonly zone: string;
}

/** Periodic work, declared. What it wants to happen it returns; it sends nothing itself. */
export interface PeriodicJob {
  /** In kebab-case; the same as its file. */
  readonly name: string;
  /** What its turns are for: the id of a site, or of a channel. */
  readonly per: 'site' | 'channel';
  cronTimes(org: Organisation): readonly CronTime[];
  /** The turns that are due at `now` and still of use. Pure. */
  occurrencesDue(org: Organisation, now: Date): readonly Omit<Occurrence, 'job'>[];
  /** Works out what the turn comes to. May be run again when it failed or was cut short; its keys must then be the same. */
  run(occurrence: Occurrence, context: JobContext): Promise<readonly EffectIntent[]>;
}

/** A time of each day by the clock of every site: a day off puts some turns on to another day. */
export function dailyAt(time: string, { sites }: Pick<Organisation, 'sites'>): readonly CronTime[] {
  const [hour = '', minute = ''] = time.split(':');
  const zones = [...new Set(sites.map(({ zone }) => zone))];
  return zones.map((zone) => ({ cron: `${Number(minute)} ${Number(hour)} * * *`, zone }));
}

/** The unique key of a turn. */
export const occurrenceKey = ({ job, scope, period }: Pick<Occurrence, 'job' | 'scope' | 'period'>): string =>
  `${job}:${scope}:${period}`;
