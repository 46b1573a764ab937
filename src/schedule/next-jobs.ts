import { z } from 'zod';

/** When something happens next, by which zone's clock. */
export interface NextJob {
  readonly name: string;
  readonly zone: string;
  readonly at: Date;
}

/** The next jobs, the soonest first. */
export type NextJobs = (limit: number) => Promise<readonly NextJob[]>;

const jobsSchema = z.array(
  z.looseObject({ name: z.string(), nextRunAt: z.date().nullish(), repeatTimezone: z.string().nullish() }),
);

/** Reads what Agenda answers: the sweep of every minute is no job to tell of. */
export function readNextJobs(jobs: unknown, limit: number): NextJob[] {
  return jobsSchema
    .parse(jobs)
    .filter(({ name }) => name !== 'sweep')
    .flatMap(({ name, nextRunAt, repeatTimezone }) =>
      nextRunAt ? [{ name: name.split(' ')[0] ?? name, zone: repeatTimezone ?? 'UTC', at: nextRunAt }] : [],
    )
    .toSorted((left, right) => left.at.getTime() - right.at.getTime())
    .slice(0, limit);
}
