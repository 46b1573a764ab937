import type { Organisation } from '../org/organisation.ts';
import type { Registry } from '../records/registry.ts';
import type { Reports } from '../records/shape/report-query.ts';
import type { Facts } from '../records/store/facts-repository.ts';

/** The inputs of figures: records, organization, and the instant they are computed for. */
export interface FiguresContext {
  readonly org: Organisation;
  readonly registry: Registry;
  readonly reports: Reports;
  readonly facts: Facts;
  readonly now: Date;
}

/** The subset needed by figures that are computed from facts alone. */
export type FactsContext = Pick<FiguresContext, 'org' | 'facts' | 'now'>;
