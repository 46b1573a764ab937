import type { PeriodicJob } from '../src/schedule/define-job.ts';
import { dueReminders } from './due-reminders.ts';

/** All periodic work there is. */
export const periodicJobs: readonly PeriodicJob[] = [dueReminders];
