import type { Facts } from '../../src/records/facts-repository.ts';
import type { Reports } from '../../src/records/report-query.ts';

/** Reports over no records, for jobs that ask none. */
export const noReports: Reports = {
  departments: async () => [],
  countOverdue: async () => [],
  countRestricted: async () => 0,
  oldestOverdue: async () => [],
  changedSince: async () => [],
  open: async () => [],
};

/** No records to reckon figures from. */
export const noFacts: Facts = { between: async () => [], dueBetween: async () => [] };
