import type { QueryOperator } from './allow-list.ts';
import { ARRAY, DOCUMENT, type Element, Fields } from './bson-bytes.ts';
import { compareKeys, encodeKey, keyOf, typeBracket } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { type Doc, isDocument, isNumeric } from './values.ts';
import { itemsOf, rawPath, type Value, valuesAt } from './values-at.ts';

/** A filter made ready: whether the document that begins at `from` meets it. */
export interface Query {
  test(bytes: Buffer, from?: number): boolean;
}

/** A test of the fields of a document. */
type FieldsTest = (fields: Fields) => boolean;

/** A test of the values that a path reaches in a document (see `valuesAt`). */
type ValuesTest = (values: readonly Value[]) => boolean;

/** Compiles a filter; an operator that is not on the list is refused by name, even where no document is looked at. */
export function compileQuery(filter: Doc): Query {
  const test = compileFields(filter);
  return { test: (bytes, from = 0) => test(new Fields(bytes, from)) };
}

function compileFields(filter: Doc): FieldsTest {
  const tests = Object.entries(filter).map(([name, value]) => compileEntry(name, value));
  return (fields) => tests.every((test) => test(fields));
}

/** Operators such as `{ $gt: 1 }`, as opposed to a document that a field shall equal. */
export function isOperators(value: unknown): value is Doc {
  return isDocument(value) && Object.keys(value)[0]?.startsWith('$') === true;
}

function compileEntry(name: string, value: unknown): FieldsTest {
  if (name === '$or' || name === '$and') return compileBranches(name, value);
  if (name.startsWith('$')) throw notSupported(name);
  const path = rawPath(name);
  const tests = isOperators(value) ? Object.entries(value).map(compileOperator) : [equals(value)];
  return (fields) => {
    const values = valuesAt(fields, path);
    return tests.every((test) => test(values));
  };
}

/** https://www.mongodb.com/docs/manual/reference/operator/query-logical/ */
function compileBranches(name: '$or' | '$and', value: unknown): FieldsTest {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isDocument)) {
    throw new MongoError(2, `${name} must be a nonempty array of objects`);
  }
  const branches = value.map(compileFields);
  if (name === '$and') return (fields) => branches.every((test) => test(fields));
  return (fields) => branches.some((test) => test(fields));
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
    return (values) => values.some((value) => value?.type === ARRAY && itemsOf(value).length === size);
  },
  $elemMatch: (argument) => {
    const matches = compileElement(argument, '$elemMatch');
    return (values) => values.some((value) => itemsOf(value).some(matches));
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
export function compileElement(filter: unknown, operator: string): (element: Element) => boolean {
  if (!isDocument(filter)) throw notSupported(`${operator} with a value instead of a filter`);
  const query = compileQuery(filter);
  return ({ type, bytes, value }) => type === DOCUMENT && query.test(bytes, value);
}

/** A value, or any element of an array that it is: https://www.mongodb.com/docs/manual/tutorial/query-arrays/ */
function any(test: (key: string) => boolean): ValuesTest {
  return (values) => values.some((value) => test(keyOf(value)) || itemsOf(value).some((item) => test(keyOf(item))));
}

/** Null equals a missing field, too: https://www.mongodb.com/docs/manual/tutorial/query-for-null-fields/ */
function equals(argument: unknown): ValuesTest {
  refuseOperatorsIn(argument);
  const key = encodeKey(argument);
  return any((other) => other === key);
}

function oneOf(argument: unknown): ValuesTest {
  if (!Array.isArray(argument)) throw new MongoError(2, '$in and $nin need an array');
  argument.forEach(refuseOperatorsIn);
  const keys = new Set(argument.map(encodeKey));
  return any((key) => keys.has(key));
}

function not(test: ValuesTest): ValuesTest {
  return (values) => !test(values);
}

/** `{ a: { x: 1, $gt: 2 } }` would be a comparison with a document that cannot be stored: surely a mistake. */
function refuseOperatorsIn(argument: unknown): void {
  const operator = isDocument(argument) && Object.keys(argument).find((key) => key.startsWith('$'));
  if (operator) throw new MongoError(2, `unknown operator: ${operator} within a value to compare with`);
}

const NAN_KEY = encodeKey(Number.NaN);

/** A comparison holds only between values of one type, and never with NaN. */
function ordered(argument: unknown, holds: (order: number) => boolean): ValuesTest {
  if (Number.isNaN(argument)) throw notSupported('a comparison with NaN');
  const bracket = typeBracket(argument);
  if (bracket === typeBracket(null)) return () => false;
  const bound = encodeKey(argument);
  return any((key) => key.startsWith(bracket) && key !== NAN_KEY && holds(compareKeys(key, bound)));
}
