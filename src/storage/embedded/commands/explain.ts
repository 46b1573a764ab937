import { notSupported } from '../mongo-error.ts';
import { candidatesOf, type IndexPlan } from '../plan.ts';
import { compileQuery } from '../query.ts';
import { type Doc, documentArgument } from '../values.ts';
import type { Handler } from './context.ts';

/**
 * Tells which index a find uses, and how many documents are looked at, without running it:
 * https://www.mongodb.com/docs/manual/reference/explain-results/
 */
export const explain: Handler = (command, { catalog, database }) => {
  const explained = documentArgument(command.explain, 'explain');
  const [kind = ''] = Object.keys(explained);
  if (kind !== 'find') throw notSupported(`explain of ${kind}`);
  const filter = documentArgument(explained.filter, 'filter');
  compileQuery(filter);
  const collection = catalog.look(database, explained.find);
  const { plan, sorts } = collection.plan(filter, documentArgument(explained.sort, 'sort'));
  const found = plan ? { stage: 'FETCH', inputStage: describe(plan) } : { stage: 'COLLSCAN', direction: 'forward' };
  const winningPlan = sorts ? { stage: 'SORT', sortPattern: explained.sort, inputStage: found } : found;
  const totalDocsExamined = plan ? candidatesOf(plan).length : collection.size;
  return {
    fields: {
      queryPlanner: { namespace: collection.namespace, parsedQuery: filter, winningPlan, rejectedPlans: [] },
      executionStats: { executionSuccess: true, totalDocsExamined },
    },
  };
};

function describe({ index: { spec, arrays }, order = 'forward' }: IndexPlan): Doc {
  return { stage: 'IXSCAN', indexName: spec.name, keyPattern: spec.key, isMultiKey: arrays.size > 0, direction: order };
}
