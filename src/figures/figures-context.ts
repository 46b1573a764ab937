import type { Organisation } from '../org/organisation.ts';
import type { Registry } from '../records/registry.ts';
import type { Reports } from '../records/shape/report-query.ts';
import type { Facts } from '../records/store/facts-repository.ts';

/** What figures are computed with: from which records, of which organization, as things stand when. */
export interface FiguresContext {
  readonly org: Organisation;
  readonly registry: Registry;
  readonly reports: Reports;
  readonly facts: Facts;
  readonly now: Date;
}

/** The part of it that figures need which are computed from facts alone. */
export type FactsContext = Pick<FiguresContext, 'org' | 'facts' | 'now'>;
