import type { Reports } from '../../src/records/shape/report-query.ts';
import type { Facts } from '../../src/records/store/facts-repository.ts';

/** Reports over no records, for jobs that need none. */
export const noReports: Reports = {
  departments: async () => [],
  countOverdue: async () => [],
  countRestricted: async () => 0,
  oldestOverdue: async () => [],
  changedSince: async () => [],
  figured: async () => [],
  clocks: async () => [],
  countFigures: async () => ({ opened: 0, late: 0 }),
  countOpen: async () => ({ all: 0, overdue: 0, byState: [] }),
  sortKeyOfState: async () => null,
  sortKeyOfDepartment: async () => null,
};

/** No records to compute figures from. */
export const noFacts: Facts = { between: async () => [], betweenOrDue: async () => ({ counted: [], due: [] }) };
