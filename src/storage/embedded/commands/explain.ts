import { compilePipeline } from '../aggregate.ts';
import { notSupported } from '../mongo-error.ts';
import { candidatesOf, type Plan } from '../plan.ts';
import { type Doc, documentArgument } from '../values.ts';
import type { Handler } from './context.ts';

/**
 * https://www.mongodb.com/docs/manual/reference/explain-results/ Tells for a find, a count, or what an aggregation
 * begins with, which index is used and how many documents are looked at.
 */
export const explain: Handler = (command, { catalog, database }) => {
  const explained = documentArgument(command.explain, 'explain');
  const { name, filter, sort } = readExplained(explained);
  const collection = catalog.collection(database, name);
  const order = sort && Object.keys(sort).length > 0 ? sort : undefined;
  const plan = collection?.plan(filter, order) ?? ({ stage: 'COLLSCAN' } as const);
  const sorted = order === undefined || (plan.stage === 'IXSCAN' && plan.sorted);
  const fetched = plan.stage === 'COLLSCAN' ? describe(plan) : { stage: 'FETCH', inputStage: describe(plan) };
  const totalDocsExamined = plan.stage === 'COLLSCAN' ? (collection?.size ?? 0) : candidatesOf(plan).length;
  return {
    fields: {
      queryPlanner: {
        namespace: `${database}.${String(name)}`,
        parsedQuery: filter,
        winningPlan: sorted ? fetched : { stage: 'SORT', sortPattern: order, inputStage: fetched },
        rejectedPlans: [],
      },
      executionStats: { executionSuccess: true, totalDocsExamined },
    },
  };
};

interface Explained {
  name: unknown;
  filter: Doc;
  sort: Doc | undefined;
}

function readExplained(command: Doc): Explained {
  const [kind = ''] = Object.keys(command);
  switch (kind) {
    case 'find':
      return {
        name: command[kind],
        filter: documentArgument(command.filter, 'filter'),
        sort: documentArgument(command.sort, 'sort'),
      };
    case 'count':
      return { name: command[kind], filter: documentArgument(command.query, 'query'), sort: undefined };
    case 'aggregate': {
      const { filter, sort } = compilePipeline(command.pipeline);
      return { name: command[kind], filter, sort };
    }
    default:
      throw notSupported(`explain of ${kind}`);
  }
}

function describe(plan: Plan): Doc {
  switch (plan.stage) {
    case 'COLLSCAN':
      return { stage: 'COLLSCAN', direction: 'forward' };
    case 'IXSCAN': {
      const { spec, multikey } = plan.index;
      const direction = plan.backward ? 'backward' : 'forward';
      return { stage: 'IXSCAN', indexName: spec.name, keyPattern: spec.key, isMultiKey: multikey, direction };
    }
    default:
      return plan satisfies never;
  }
}
