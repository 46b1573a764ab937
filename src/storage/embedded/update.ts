import { Long } from 'bson';
import type { UpdateOperator } from './allow-list.ts';
import { equalValues } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { compileElement, isOperators } from './query.ts';
import { getAt, locate, setAt } from './update-path.ts';
import { copyValue, type Doc, isDocument, rootOf, splitPath, typeName } from './values.ts';

/** An update made ready: `apply` answers a new document and leaves the old one as it is. */
export interface Update {
  apply(doc: Doc): Doc;
  /** The document that an upsert inserts when nothing was found. */
  create(): Doc;
}

/** Applies one operator to one path of a document, which it changes. */
type Operator = (doc: Doc, parts: readonly string[], argument: unknown) => void;

const set: Operator = (doc, parts, argument) => setAt(doc, parts, copyValue(argument));

/** https://www.mongodb.com/docs/manual/reference/operator/update/ */
const operators: Readonly<Record<UpdateOperator, Operator>> = {
  $set: set,
  $setOnInsert: set,
  $unset: unset,
  $inc: increment,
  $push: push,
  $pull: pull,
};

interface Step {
  operator: UpdateOperator;
  path: string;
  argument: unknown;
}

/** Compiles an update made of operators: https://www.mongodb.com/docs/manual/reference/command/update/ */
export function compileUpdate(filter: Doc, update: unknown): Update {
  const steps = readSteps(update);
  const run = (start: Doc, inserting: boolean): Doc => {
    const doc = { ...start };
    for (const { operator, path, argument } of steps) {
      if (operator === '$setOnInsert' && !inserting) continue;
      const root = rootOf(path);
      // So that the change does not show in the old document.
      if (Object.hasOwn(doc, root)) doc[root] = copyValue(doc[root]);
      // Positions are those of the document that was found, whatever an earlier operator has made of it.
      operators[operator](doc, locate(path, start, filter), argument);
    }
    return doc;
  };
  return {
    apply: (doc) => keepId(doc, run(doc, false)),
    create: () => run(equalitiesOf(filter), true),
  };
}

/** All operators and their paths, in the order in which MongoDB applies them: by path. */
function readSteps(update: unknown): Step[] {
  if (Array.isArray(update)) throw notSupported('an update with a pipeline');
  if (!isOperators(update)) throw notSupported('an update without operators, which replaces the document');
  const steps = Object.entries(update).flatMap(([operator, fields]): Step[] => {
    if (!isUpdateOperator(operator)) throw notSupported(operator);
    if (!isDocument(fields)) throw new MongoError(9, `${operator} needs an object, not ${typeName(fields)}`);
    return Object.entries(fields).map(([path, argument]) => ({ operator, path, argument }));
  });
  // With the least character between its parts a path is followed by the paths within it.
  const orderOf = ({ path }: Step) => splitPath(path).join('\0');
  const sorted = steps.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  for (const [at, { path }] of sorted.entries()) {
    const next = sorted[at + 1]?.path;
    if (next !== path && !next?.startsWith(`${path}.`)) continue;
    throw new MongoError(40, `Updating the path '${next}' would create a conflict at '${path}'`);
  }
  return sorted;
}

function isUpdateOperator(name: string): name is UpdateOperator {
  return Object.hasOwn(operators, name);
}

function keepId(before: Doc, after: Doc): Doc {
  if (equalValues(before._id, after._id)) return after;
  throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

/** What an upsert takes from the filter: https://www.mongodb.com/docs/manual/reference/method/db.collection.update/#upsert-behavior */
function equalitiesOf(filter: Doc): Doc {
  const doc: Doc = {};
  for (const [path, value] of Object.entries(filter)) {
    if (path.startsWith('$')) continue;
    const equal = isOperators(value) ? value.$eq : value;
    if (equal !== undefined) setAt(doc, splitPath(path), copyValue(equal));
  }
  return doc;
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/unset/ */
function unset(doc: Doc, parts: readonly string[]): void {
  const holder = getAt(doc, parts.slice(0, -1));
  if (Array.isArray(holder)) throw notSupported("$unset of an array's element");
  if (isDocument(holder)) delete holder[parts.at(-1) ?? ''];
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/inc/ */
function increment(doc: Doc, parts: readonly string[], argument: unknown): void {
  const found = getAt(doc, parts);
  const current = found === undefined ? 0 : found;
  if (Long.isLong(argument) || Long.isLong(current)) throw notSupported('$inc of a 64-bit integer');
  if (typeof argument !== 'number' || typeof current !== 'number') {
    throw new MongoError(14, `Cannot apply $inc to ${parts.join('.')}: it takes numbers alone`);
  }
  setAt(doc, parts, current + argument);
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/push/ */
function push(doc: Doc, parts: readonly string[], argument: unknown): void {
  const several = isDocument(argument) && Object.hasOwn(argument, '$each');
  const unknown = several ? Object.keys(argument).find((name) => name !== '$each') : undefined;
  if (unknown !== undefined) throw notSupported(`${unknown} in $push`);
  const added = several ? argument.$each : [argument];
  if (!Array.isArray(added)) throw new MongoError(14, 'The argument to $each in $push must be an array');
  setAt(doc, parts, [...(arrayAt(doc, parts, '$push') ?? []), ...added.map(copyValue)]);
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/pull/ */
function pull(doc: Doc, parts: readonly string[], argument: unknown): void {
  const matches = compileElement(argument, '$pull');
  const kept = arrayAt(doc, parts, '$pull')?.filter((element) => !matches(element));
  if (kept) setAt(doc, parts, kept);
}

function arrayAt(doc: Doc, parts: readonly string[], operator: string): unknown[] | undefined {
  const current = getAt(doc, parts);
  if (current === undefined || Array.isArray(current)) return current;
  const path = parts.join('.');
  throw new MongoError(2, `Cannot apply ${operator}: '${path}' is of type ${typeName(current)}, not an array`);
}
