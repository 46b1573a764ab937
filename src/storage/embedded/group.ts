import { compileExpression, type Expression } from './expression.ts';
import { compareValues, encodeKey } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { addNumbers, type Doc, isDocument, isNumeric } from './values.ts';

/** Folds one more value into what was gathered of a group; `state` is undefined at first. */
type Accumulator = (state: unknown, value: unknown) => unknown;

const isAbsent = (value: unknown) => value === null || value === undefined;
const total = (state: unknown) => (isNumeric(state) ? state : 0);
const gathered = (state: unknown): unknown[] => (Array.isArray(state) ? state : []);

function better(wins: (order: number) => boolean): Accumulator {
  return (state, value) => {
    if (isAbsent(value)) return state ?? null;
    return isAbsent(state) || wins(compareValues(value, state)) ? value : state;
  };
}

/** The accumulators that are taken: https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/#accumulator-operator */
const accumulators: ReadonlyMap<string, Accumulator> = new Map<string, Accumulator>([
  ['$sum', (state, value) => (isNumeric(value) ? addNumbers(total(state), value) : total(state))],
  ['$min', better((order) => order < 0)],
  ['$max', better((order) => order > 0)],
  ['$first', (state, value) => (state === undefined ? (value ?? null) : state)],
  ['$push', (state, value) => (value === undefined ? gathered(state) : appended(gathered(state), value))],
  ['$avg', (state, value) => (isNumeric(value) ? appended(gathered(state), Number(value)) : gathered(state))],
]);

function appended(list: unknown[], value: unknown): unknown[] {
  list.push(value);
  return list;
}

/** Of an average the numbers are gathered; it is null if there are none. */
function resultOf(name: string, state: unknown): unknown {
  if (name !== '$avg') return state;
  const numbers = gathered(state).map(Number);
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** `$group`: one document for each value of `_id`, in the order in which they were first met. */
export function compileGroup(spec: unknown, roots: Set<string>): (docs: Iterable<Doc>) => Iterable<Doc> {
  if (!isDocument(spec) || !Object.hasOwn(spec, '_id'))
    throw new MongoError(2, 'a group specification must include an _id');
  const { _id, ...rest } = spec;
  const idOf = compileExpression(_id, roots);
  const fields = Object.entries(rest).map(([field, value]) => readField(field, value, roots));
  return function* (docs) {
    const groups = new Map<string, { id: unknown; states: unknown[] }>();
    for (const doc of docs) {
      const id = idOf(doc) ?? null;
      const key = encodeKey(id);
      const group = groups.get(key) ?? { id, states: [] };
      groups.set(key, group);
      for (const [at, { expression, accumulate }] of fields.entries())
        group.states[at] = accumulate(group.states[at], expression(doc));
    }
    for (const { id, states } of groups.values()) {
      const results = fields.map(({ field, name }, at) => [field, resultOf(name, states[at])]);
      yield { _id: id, ...Object.fromEntries(results) };
    }
  };
}

interface GroupField {
  field: string;
  name: string;
  accumulate: Accumulator;
  expression: Expression;
}

function readField(field: string, value: unknown, roots: Set<string>): GroupField {
  const [name, ...others] = isDocument(value) ? Object.keys(value) : [];
  if (!isDocument(value) || name === undefined || others.length > 0) {
    throw new MongoError(2, `The field '${field}' must specify one accumulator`);
  }
  if (field.includes('.') || field.startsWith('$'))
    throw new MongoError(2, `The field name '${field}' cannot be used here`);
  const accumulate = accumulators.get(name);
  if (accumulate === undefined) throw notSupported(`accumulator ${name}`);
  return { field, name, accumulate, expression: compileExpression(value[name], roots) };
}
