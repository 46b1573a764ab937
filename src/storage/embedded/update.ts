import { BSONRegExp } from 'bson';
import { equalValues } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { conditionsOf, isOperators } from './query.ts';
import { updateOperators } from './update-operators.ts';
import { compileArrayFilters, expandPath, setAt } from './update-path.ts';
import { copyValue, type Doc, isArrayIndex, isDocument, splitPath, typeName } from './values.ts';

/** An update made ready: `apply` answers a new document and leaves the old one as it is. */
export interface Update {
  apply(doc: Doc): Doc;
  /** The document that an upsert inserts when nothing was found. */
  create(): Doc;
}

interface Step {
  operator: string;
  path: string;
  argument: unknown;
}

/**
 * Compiles an update document: operators, or a whole document that replaces the old one.
 * https://www.mongodb.com/docs/manual/reference/command/update/
 */
export function compileUpdate(filter: Doc, update: unknown, arrayFilters: unknown, multi: boolean): Update {
  if (Array.isArray(update)) throw notSupported('an update with a pipeline');
  if (!isDocument(update)) throw new MongoError(9, `an update must be a document, not ${typeName(update)}`);
  const names = Object.keys(update);
  const operators = names.filter((name) => name.startsWith('$'));
  if (operators.length === 0) return compileReplacement(filter, update, multi);
  const field = names.find((name) => !name.startsWith('$'));
  if (field !== undefined) throw new MongoError(9, `Unknown modifier: ${field}. Expected a valid update modifier`);
  const steps = readSteps(update);
  const context = { filter, arrayFilters: compileArrayFilters(arrayFilters) };
  refuseUnusedFilters(context.arrayFilters.keys(), steps);

  const run = (start: Doc, inserting: boolean): Doc => {
    const doc = { ...start };
    for (const { operator, path, argument } of steps) {
      if (operator === '$setOnInsert' && !inserting) continue;
      copyRoot(doc, path);
      // Positions are those of the document that was found, whatever an earlier operator has made of it.
      for (const parts of expandPath(start, path, context)) updateOperators.get(operator)?.(doc, parts, argument);
    }
    return doc;
  };
  return {
    apply: (doc) => keepId(doc, run(doc, false)),
    create: () => run(equalitiesOf(filter), true),
  };
}

function compileReplacement(filter: Doc, replacement: Doc, multi: boolean): Update {
  if (multi) throw new MongoError(9, 'multi update is not supported for replacement-style update');
  const withId = (id: unknown): Doc => (id === undefined ? replacement : { _id: id, ...replacement });
  return {
    apply: (doc) => keepId(doc, withId(doc._id)),
    create: () => withId(equalitiesOf(filter)._id),
  };
}

/** All operators and their paths, in the order in which MongoDB applies them: by path, numbers as numbers. */
function readSteps(update: Doc): Step[] {
  const steps = Object.entries(update).flatMap(([operator, fields]): Step[] => {
    if (!updateOperators.has(operator)) throw notSupported(operator);
    if (!isDocument(fields)) {
      throw new MongoError(9, `Modifiers operate on fields but we found type ${typeName(fields)} instead: ${operator}`);
    }
    return Object.entries(fields).map(([path, argument]) => ({ operator, path, argument }));
  });
  const sorted = steps.toSorted((a, b) => comparePaths(a.path, b.path));
  for (const [at, { path }] of sorted.entries()) {
    const next = sorted[at + 1]?.path;
    if (next !== path && !next?.startsWith(`${path}.`)) continue;
    throw new MongoError(40, `Updating the path '${next}' would create a conflict at '${path}'`);
  }
  return sorted;
}

function comparePaths(a: string, b: string): number {
  const left = splitPath(a);
  const right = splitPath(b);
  for (const [at, part] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (isArrayIndex(part) && isArrayIndex(other)) return Number(part) - Number(other);
    return part < other ? -1 : 1;
  }
  return left.length - right.length;
}

function refuseUnusedFilters(names: Iterable<string>, steps: readonly Step[]): void {
  for (const name of names) {
    if (steps.some(({ path }) => splitPath(path).includes(`$[${name}]`))) continue;
    throw new MongoError(9, `The array filter for identifier '${name}' was not used in the update`);
  }
}

/** Copies the top-level field that a path begins with, so that the change does not show in the old document. */
function copyRoot(doc: Doc, path: string): void {
  const [root = ''] = splitPath(path);
  if (Object.hasOwn(doc, root)) doc[root] = copyValue(doc[root]);
}

function keepId(before: Doc, after: Doc): Doc {
  if (equalValues(before._id, after._id)) return after;
  throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

/** What an upsert takes from the filter: https://www.mongodb.com/docs/manual/reference/method/db.collection.update/#upsert-behavior */
function equalitiesOf(filter: Doc): Doc {
  const doc: Doc = {};
  for (const { path, value } of conditionsOf(filter)) {
    const equal = isOperators(value) ? value.$eq : value;
    if (equal !== undefined && !(equal instanceof BSONRegExp)) setAt(doc, splitPath(path), copyValue(equal));
  }
  return doc;
}
