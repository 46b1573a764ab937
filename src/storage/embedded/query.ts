import type { QueryOperator } from './allow-list.ts';
import { compareValues, encodeKey, equalValues, typeBracket } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { type Doc, isDocument, isNumeric, rootOf, splitPath, valuesAt } from './values.ts';

/** A filter made ready: `roots` are the top-level fields that it looks at. */
export interface Query {
  test: (doc: Doc) => boolean;
  roots: ReadonlySet<string>;
}

/** A test of the values that a path reaches in a document (see `valuesAt`). */
type ValuesTest = (values: readonly unknown[]) => boolean;

/** Compiles a filter; an operator that is not on the list is refused by name, even where no document is looked at. */
export function compileQuery(filter: Doc): Query {
  const roots = new Set<string>();
  const tests = Object.entries(filter).map(([name, value]) => compileEntry(name, value, roots));
  return { test: (doc) => tests.every((test) => test(doc)), roots };
}

/** Operators such as `{ $gt: 1 }`, as opposed to a document that a field shall equal. */
export function isOperators(value: unknown): value is Doc {
  return isDocument(value) && Object.keys(value)[0]?.startsWith('$') === true;
}

function compileEntry(name: string, value: unknown, roots: Set<string>): Query['test'] {
  if (name === '$or' || name === '$and') return compileBranches(name, value, roots);
  if (name.startsWith('$')) throw notSupported(name);
  roots.add(rootOf(name));
  const path = splitPath(name);
  const tests = isOperators(value) ? Object.entries(value).map(compileOperator) : [equals(value)];
  return (doc) => {
    const values = valuesAt(doc, path);
    return tests.every((test) => test(values));
  };
}

/** https://www.mongodb.com/docs/manual/reference/operator/query-logical/ */
function compileBranches(name: '$or' | '$and', value: unknown, roots: Set<string>): Query['test'] {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isDocument)) {
    throw new MongoError(2, `${name} must be a nonempty array of objects`);
  }
  const branches = value.map(compileQuery);
  for (const root of branches.flatMap((branch) => [...branch.roots])) roots.add(root);
  if (name === '$and') return (doc) => branches.every((branch) => branch.test(doc));
  return (doc) => branches.some((branch) => branch.test(doc));
}

/** The operators that stand after a path: https://www.mongodb.com/docs/manual/reference/operator/query/ */
const operators: Readonly<Record<Exclude<QueryOperator, '$or' | '$and'>, (argument: unknown) => ValuesTest>> = {
  $eq: equals,
  $ne: (argument) => not(equals(argument)),
  $gt: (argument) => ordered(argument, (order) => order > 0),
  $gte: (argument) => (argument === null ? equals(null) : ordered(argument, (order) => order >= 0)),
  $lt: (argument) => ordered(argument, (order) => order < 0),
  $lte: (argument) => (argument === null ? equals(null) : ordered(argument, (order) => order <= 0)),
  $in: oneOf,
  $nin: (argument) => not(oneOf(argument)),
  $exists: (argument) => {
    if (typeof argument !== 'boolean') throw notSupported('$exists with a value other than true and false');
    return (values) => values.some((value) => value !== undefined) === argument;
  },
  $all: (argument) => {
    if (!Array.isArray(argument)) throw new MongoError(2, '$all needs an array');
    const tests = argument.map(equals);
    return (values) => tests.length > 0 && tests.every((test) => test(values));
  },
  $size: (argument) => {
    const size = isNumeric(argument) ? Number(argument) : Number.NaN;
    if (!Number.isInteger(size) || size < 0) throw new MongoError(2, '$size needs a whole number of 0 or more');
    return (values) => values.some((value) => Array.isArray(value) && value.length === size);
  },
  $elemMatch: (argument) => {
    const test = compileElement(argument, '$elemMatch');
    return (values) => values.some((value) => Array.isArray(value) && value.some(test));
  },
};

function compileOperator([name, argument]: [string, unknown]): ValuesTest {
  if (isOperator(name)) return operators[name](argument);
  throw notSupported(name);
}

function isOperator(name: string): name is keyof typeof operators {
  return Object.hasOwn(operators, name);
}

/** The test of an array's elements in `$elemMatch` and `$pull`: a filter that documents meet. */
export function compileElement(filter: unknown, operator: string): (element: unknown) => boolean {
  if (!isDocument(filter)) throw notSupported(`${operator} with a value instead of a filter`);
  const query = compileQuery(filter);
  return (element) => isDocument(element) && query.test(element);
}

/** A value, or any element of an array that it is: https://www.mongodb.com/docs/manual/tutorial/query-arrays/ */
function any(test: (value: unknown) => boolean): ValuesTest {
  return (values) => values.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

/** Null equals a missing field, too: https://www.mongodb.com/docs/manual/tutorial/query-for-null-fields/ */
function equals(argument: unknown): ValuesTest {
  refuseOperatorsIn(argument);
  return any((value) => equalValues(value, argument));
}

function oneOf(argument: unknown): ValuesTest {
  if (!Array.isArray(argument)) throw new MongoError(2, '$in and $nin need an array');
  argument.forEach(refuseOperatorsIn);
  const keys = new Set(argument.map(encodeKey));
  return any((value) => keys.has(encodeKey(value)));
}

function not(test: ValuesTest): ValuesTest {
  return (values) => !test(values);
}

/** `{ a: { x: 1, $gt: 2 } }` would be a comparison with a document that cannot be stored: surely a mistake. */
function refuseOperatorsIn(argument: unknown): void {
  const operator = isDocument(argument) && Object.keys(argument).find((key) => key.startsWith('$'));
  if (operator) throw new MongoError(2, `unknown operator: ${operator} within a value to compare with`);
}

/** A comparison holds only between values of one type, and never with NaN. */
function ordered(argument: unknown, holds: (order: number) => boolean): ValuesTest {
  if (Number.isNaN(argument)) throw notSupported('a comparison with NaN');
  const bracket = typeBracket(argument);
  if (bracket === typeBracket(null)) return () => false;
  return any(
    (value) => !Number.isNaN(value) && typeBracket(value) === bracket && holds(compareValues(value, argument)),
  );
}
