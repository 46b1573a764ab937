import { BSONRegExp } from 'bson';
import { equalValues } from './key-encoding.ts';
import { MongoError } from './mongo-error.ts';
import { compileOperator, isOperatorName, type ValuesTest } from './query-operators.ts';
import { type Doc, isDocument, rootOf, splitPath, valuesAt } from './values.ts';

/** A filter made ready: `roots` are the top-level fields that it looks at. */
export interface Query {
  test: (doc: Doc) => boolean;
  roots: ReadonlySet<string>;
}

/** A condition on one path, as the filter gives it: a value, or operators. */
export interface Condition {
  path: string;
  value: unknown;
}

/** Compiles a filter; an operator that is not on the list is refused by name, even where no document is looked at. */
export function compileQuery(filter: Doc): Query {
  const roots = new Set<string>();
  const tests = Object.entries(filter).map(([name, value]) => compileEntry(name, value, roots));
  return { test: (doc) => tests.every((test) => test(doc)), roots };
}

/** All conditions that must hold, through `$and`: what an index or an upsert can use. */
export function conditionsOf(filter: Doc): Condition[] {
  return Object.entries(filter).flatMap(([path, value]) => {
    if (path === '$and' && Array.isArray(value)) return value.filter(isDocument).flatMap(conditionsOf);
    return path.startsWith('$') ? [] : [{ path, value }];
  });
}

/** Operators such as `{ $gt: 1 }`, as opposed to a document that a field shall equal. */
export function isOperators(value: unknown): value is Doc {
  return isDocument(value) && Object.keys(value)[0]?.startsWith('$') === true;
}

type Test = (doc: Doc) => boolean;

function compileEntry(name: string, value: unknown, roots: Set<string>): Test {
  if (!name.startsWith('$')) {
    roots.add(rootOf(name));
    return compilePath(name, value);
  }
  const branches = compileBranches(name, value, roots);
  switch (name) {
    case '$and':
      return (doc) => branches.every((branch) => branch.test(doc));
    case '$or':
      return (doc) => branches.some((branch) => branch.test(doc));
    default:
      return (doc) => !branches.some((branch) => branch.test(doc));
  }
}

function compileBranches(name: string, value: unknown, roots: Set<string>): Query[] {
  isOperatorName(name, ['$and', '$or', '$nor']);
  if (!Array.isArray(value) || value.length === 0) throw new MongoError(2, `${name} must be a nonempty array`);
  return value.map((branch) => {
    if (!isDocument(branch)) throw new MongoError(2, `${name} argument's entries must be objects`);
    const query = compileQuery(branch);
    for (const root of query.roots) roots.add(root);
    return query;
  });
}

function compilePath(name: string, condition: unknown): Test {
  const path = splitPath(name);
  const test = compileCondition(condition);
  return (doc) => test(valuesAt(doc, path));
}

/** The test for all that stands after one path; also used for the elements of an array. */
export function compileCondition(condition: unknown): ValuesTest {
  if (condition instanceof BSONRegExp) return compileOperator('$regex', condition, {}, compileCondition);
  if (!isOperators(condition)) return compileOperator('$eq', condition, {}, compileCondition);
  const tests = Object.entries(condition).map(([name, argument]) => {
    if (name === '$elemMatch') return compileElemMatch(argument);
    return compileOperator(name, argument, condition, compileCondition);
  });
  return (values) => tests.every((test) => test(values));
}

/** https://www.mongodb.com/docs/manual/reference/operator/query/elemMatch/ */
function compileElemMatch(argument: unknown): ValuesTest {
  if (!isDocument(argument)) throw new MongoError(2, '$elemMatch needs an Object');
  const test = compileElement(argument);
  return (values) => values.some((value) => Array.isArray(value) && value.some(test));
}

/** The test of one array element: operators apply to the element, a filter to the document that it is. */
export function compileElement(condition: Doc): (element: unknown) => boolean {
  const first = Object.keys(condition)[0] ?? '';
  if (first.startsWith('$') && !['$and', '$or', '$nor'].includes(first)) {
    const test = compileCondition(condition);
    return (element) => test([element]);
  }
  const query = compileQuery(condition);
  return (element) => isDocument(element) && query.test(element);
}

/** The test of `$pull`: like `$elemMatch` for documents, else equality or a pattern. */
export function compileElementOrValue(condition: unknown): (element: unknown) => boolean {
  if (isDocument(condition)) return compileElement(condition);
  if (condition instanceof BSONRegExp) {
    const test = compileCondition(condition);
    return (element) => test([element]);
  }
  return (element) => equalValues(element, condition);
}
