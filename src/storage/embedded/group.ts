import { compileExpression, type Expression } from './expression.ts';
import { compareValues, encodeKey } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { addNumbers, type Doc, isDocument, isNumeric } from './values.ts';

/** Gathers the values of one group. */
interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

/** The accumulators that are taken: https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/#accumulator-operator */
function startAccumulator(name: string): Accumulator {
  switch (name) {
    case '$sum':
      return sum();
    case '$avg':
      return average();
    case '$min':
      return extreme((order) => order < 0);
    case '$max':
      return extreme((order) => order > 0);
    case '$first':
      return first();
    case '$push':
      return push();
    default:
      throw notSupported(`accumulator ${name}`);
  }
}

/** `$group`: one document for each value of `_id`, in the order in which they were first met. */
export function compileGroup(spec: unknown, roots: Set<string>): (docs: Iterable<Doc>) => Iterable<Doc> {
  if (!isDocument(spec) || !Object.hasOwn(spec, '_id'))
    throw new MongoError(2, 'a group specification must include an _id');
  const { _id, ...rest } = spec;
  const idOf = compileExpression(_id, roots);
  const fields = Object.entries(rest).map(([field, value]) => readField(field, value, roots));
  return function* (docs) {
    const groups = new Map<string, { id: unknown; accumulators: Accumulator[] }>();
    for (const doc of docs) {
      const id = idOf(doc) ?? null;
      const key = encodeKey(id);
      const group = groups.get(key) ?? { id, accumulators: fields.map(({ name }) => startAccumulator(name)) };
      groups.set(key, group);
      for (const [at, { expression }] of fields.entries()) group.accumulators[at]?.add(expression(doc));
    }
    for (const { id, accumulators } of groups.values()) {
      const results = fields.map(({ field }, at) => [field, accumulators[at]?.result()]);
      yield { _id: id, ...Object.fromEntries(results) };
    }
  };
}

function readField(
  field: string,
  value: unknown,
  roots: Set<string>,
): { field: string; name: string; expression: Expression } {
  const [name, ...others] = isDocument(value) ? Object.keys(value) : [];
  if (!isDocument(value) || name === undefined || others.length > 0) {
    throw new MongoError(2, `The field '${field}' must specify one accumulator`);
  }
  if (field.includes('.') || field.startsWith('$'))
    throw new MongoError(2, `The field name '${field}' cannot be used here`);
  startAccumulator(name);
  return { field, name, expression: compileExpression(value[name], roots) };
}

function sum(): Accumulator {
  let total: ReturnType<typeof addNumbers> = 0;
  return {
    add: (value) => {
      if (isNumeric(value)) total = addNumbers(total, value);
    },
    result: () => total,
  };
}

function average(): Accumulator {
  let total = 0;
  let count = 0;
  return {
    add: (value) => {
      if (!isNumeric(value)) return;
      total += Number(value);
      count += 1;
    },
    result: () => (count === 0 ? null : total / count),
  };
}

function extreme(better: (order: number) => boolean): Accumulator {
  let best: unknown = null;
  return {
    add: (value) => {
      if (value === null || value === undefined) return;
      if (best === null || better(compareValues(value, best))) best = value;
    },
    result: () => best,
  };
}

function first(): Accumulator {
  let value: unknown;
  return {
    add: (next) => {
      if (value === undefined) value = next ?? null;
    },
    result: () => value,
  };
}

function push(): Accumulator {
  const values: unknown[] = [];
  return {
    add: (value) => {
      if (value !== undefined) values.push(value);
    },
    result: () => values,
  };
}
