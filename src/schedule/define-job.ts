import type { Organisation } from '../org/organisation.ts';
import type { Registry } from '../records/registry.ts';
import type { Routes } from '../records/shape/address.ts';
import type { DueLists } from '../records/shape/due-query.ts';
import type { EffectIntent } from '../records/shape/effect.ts';
import type { Reports } from '../records/shape/report-query.ts';
import type { Facts } from '../records/store/facts-repository.ts';

/** One run of periodic work: this morning's reminders for a site, this month's duty of a department. */
export interface Occurrence {
  readonly job: string;
  /** What it is for: a site, a channel, a department. */
  readonly scope: string;
  /** The period it covers: a day, a week, a month. Unique within job and scope. */
  readonly period: string;
  readonly dueAt: Date;
  /** From then on it is too late to be useful. */
  readonly until: Date;
}

/** What a job can use when it runs. */
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

/** The declaration of a periodic job. It returns the effects it wants; it sends nothing itself. */
export interface PeriodicJob {
  /** In kebab-case; the same as its file. */
  readonly name: string;
  /** What each occurrence is for: the id of a site, or of a channel. */
  readonly per: 'site' | 'channel';
  cronTimes(org: Organisation): readonly CronTime[];
  /** The occurrences that are due at `now` and still useful. Pure. */
  occurrencesDue(org: Organisation, now: Date): readonly Omit<Occurrence, 'job'>[];
  /** Computes the effects of an occurrence. May run again after a failure or a crash; the keys must then be the same. */
  run(occurrence: Occurrence, context: JobContext): Promise<readonly EffectIntent[]>;
}

/** A time every day on the clock of every site: a day off moves some occurrences to another day. */
export function dailyAt(time: string, { sites }: Pick<Organisation, 'sites'>): readonly CronTime[] {
  const [hour = '', minute = ''] = time.split(':');
  const zones = [...new Set(sites.map(({ zone }) => zone))];
  return zones.map((zone) => ({ cron: `${Number(minute)} ${Number(hour)} * * *`, zone }));
}

/** The unique key of an occurrence. */
export const occurrenceKey = ({ job, scope, period }: Pick<Occurrence, 'job' | 'scope' | 'period'>): string =>
  `${job}:${scope}:${period}`;
