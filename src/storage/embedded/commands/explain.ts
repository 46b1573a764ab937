import { notSupported } from '../mongo-error.ts';
import type { IndexPlan } from '../plan.ts';
import { countArgument, type Doc, documentArgument } from '../values.ts';
import type { Handler } from './context.ts';

/**
 * Tells which index a find uses, and what running it reads:
 * https://www.mongodb.com/docs/manual/reference/explain-results/
 */
export const explain: Handler = (command, { catalog, database }) => {
  const explained = documentArgument(command.explain, 'explain');
  const [kind = ''] = Object.keys(explained);
  if (kind !== 'find') throw notSupported(`explain of ${kind}`);
  const filter = documentArgument(explained.filter, 'filter');
  const collection = catalog.look(database, explained.find);
  const search = collection.find({
    filter,
    sort: documentArgument(explained.sort, 'sort'),
    skip: countArgument(explained.skip, 'skip'),
    limit: countArgument(explained.limit, 'limit'),
  });
  const nReturned = [...search].length;
  const { plan, sorts, examined } = search;
  const found = plan ? { stage: 'FETCH', inputStage: describe(plan) } : { stage: 'COLLSCAN', direction: 'forward' };
  const winningPlan = sorts ? { stage: 'SORT', sortPattern: explained.sort, inputStage: found } : found;
  return {
    fields: {
      queryPlanner: { namespace: collection.namespace, parsedQuery: filter, winningPlan, rejectedPlans: [] },
      executionStats: { executionSuccess: true, nReturned, totalDocsExamined: examined },
    },
  };
};

function describe({ index: { spec, arrays }, order, ranges }: IndexPlan): Doc {
  const direction = order ?? 'forward';
  const scan = { stage: 'IXSCAN', indexName: spec.name, keyPattern: spec.key, isMultiKey: arrays.size > 0, direction };
  return order && ranges.length > 1 ? { stage: 'SORT_MERGE', inputStages: ranges.map(() => scan) } : scan;
}
