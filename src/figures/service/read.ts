import { setImmediate } from 'node:timers/promises';
import { type Period, type PeriodKind, periodBefore } from '../../calendar/period.ts';
import { groupBy } from '../../group-by.ts';
import type { TimeRange } from '../../records/store/facts-repository.ts';
import type { FactsContext } from '../figures-context.ts';
import { isInScope, type ServiceScope, spanOf } from '../scope.ts';
import { type ServiceFigures, type ServiceRow, type ServiceRows, serviceFigures, serviceParts } from './compute.ts';

/** The figures of one part, such as a project. */
export interface PartFigures {
  readonly id: string;
  readonly figures: ServiceFigures;
}

/** The figures of a period, of the one before it, and of its parts. */
export interface ServiceAnalysis {
  readonly figures: ServiceFigures;
  readonly before: ServiceFigures;
  readonly byProject: readonly PartFigures[];
  readonly byPriority: readonly PartFigures[];
}

/** The services of a period compared with the period before, as of now. */
export async function analyseServices(
  { kind, period, zone }: { readonly kind: PeriodKind; readonly period: Period; readonly zone: string },
  scope: ServiceScope,
  context: FactsContext,
): Promise<ServiceAnalysis> {
  const { org, now } = context;
  const rows = await serviceRows(spanOf(period, zone), scope, context);
  const earlier = await serviceRows(spanOf(periodBefore(kind, period), zone), scope, context);
  const figuresOf = (some: ServiceRows) => serviceFigures(some, now, org.settings.figures);
  async function parts(keyOf: (row: ServiceRow) => string): Promise<PartFigures[]> {
    const made: PartFigures[] = [];
    for (const [id, own] of grouped(rows, keyOf)) {
      // For a year's items, each part takes several milliseconds.
      await setImmediate();
      made.push({ id, figures: figuresOf(own) });
    }
    return made;
  }
  const byProject = await parts(({ data }) => data.projectId);
  const byPriority = await parts(({ data }) => data.priority);
  const order = org.settings.priorities.map(({ id }) => id);
  await setImmediate();
  const figures = figuresOf(rows);
  await setImmediate();
  return {
    figures,
    before: figuresOf(earlier),
    byProject: byProject.sort((left, right) => worstFirst(left.figures, right.figures)),
    byPriority: byPriority.sort((left, right) => order.indexOf(left.id) - order.indexOf(right.id)),
  };
}

/** Items received in a span and items that fell due in it. */
export async function serviceRows(span: TimeRange, scope: ServiceScope, { facts }: FactsContext): Promise<ServiceRows> {
  const isWanted = ({ data }: ServiceRow) => isInScope(scope)(data);
  const { counted, due } = await facts.betweenOrDue('incident', span, serviceParts);
  return { received: counted.filter(isWanted), due: due.filter(isWanted) };
}

function grouped({ received, due }: ServiceRows, keyOf: (row: ServiceRow) => string): [string, ServiceRows][] {
  const came = groupBy(received, keyOf);
  const fell = groupBy(due, keyOf);
  const keys = [...new Set([...came.keys(), ...fell.keys()])];
  return keys.map((key) => [key, { received: came.get(key) ?? [], due: fell.get(key) ?? [] }]);
}

/** Lowest attainment first; ties go to the part with more items. */
function worstFirst(
  { attained: left, incidents: few }: ServiceFigures,
  { attained: right, incidents: many }: ServiceFigures,
) {
  const rate = ({ met, of }: typeof left) => (of === 0 ? 2 : met / of);
  return rate(left) - rate(right) || many - few;
}
