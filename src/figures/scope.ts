import { endOfDay, startOfDay } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { TimeRange } from '../records/store/facts-repository.ts';

/** Whose figures: a project's, a customer's, or everything if neither is set. */
export interface ServiceScope {
  readonly projectId?: string;
  readonly customerId?: string;
}

/** Whether something belongs to a scope. */
export const isInScope =
  (scope: ServiceScope) =>
  ({ projectId, customerId }: { readonly projectId: string | null; readonly customerId: string | null }): boolean =>
    (scope.projectId === undefined || projectId === scope.projectId) &&
    (scope.customerId === undefined || customerId === scope.customerId);

/** A period's instants by the clock of a zone. */
export const spanOf = ({ first, last }: Period, zone: string): TimeRange => ({
  from: startOfDay(first, zone),
  to: new Date(endOfDay(last, zone).getTime() + 1),
});
