import { Long } from 'bson';
import type { UpdateOperator } from './allow-list.ts';
import { ARRAY, decode, encode, Fields, joinElements, rawName } from './bson-bytes.ts';
import { encodeKey, keyOf } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { compileElement, isOperators } from './query.ts';
import { getAt, locate, setAt } from './update-path.ts';
import { copyValue, type Doc, isDocument, rootOf, splitPath, typeName } from './values.ts';
import { itemsOf, type Value } from './values-at.ts';

/** An update made ready; the names are those of top-level fields, as the bytes have them. */
export interface Update {
  /** The fields that it changes, in the order in which new ones are added. */
  roots: ReadonlySet<string>;
  /** Those that become something whatever they were, undefined for nothing. */
  values: Doc;
  /** Those that must be decoded to be changed; of an array that gets longer only the end is written. */
  dependent: ReadonlySet<string>;
  /** Changes these, `part` of the document that was found; answers what arrays get at their end. */
  apply(part: Doc, found: Fields): ReadonlyMap<string, readonly unknown[]>;
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
  const all = readSteps(update);
  const steps = all.filter(({ operator }) => operator !== '$setOnInsert');
  const whole = steps.filter(({ path }) => path !== '_id' && !path.includes('.'));
  const values = whole.filter(({ operator }) => operator === '$set' || operator === '$unset');
  const pushes = whole.filter(({ operator }) => operator === '$push');
  const rest = steps.filter((step) => !values.includes(step));
  const dependent = rootsOf(rest.filter((step) => !pushes.includes(step)));
  // Positions are those of the document that was found, whatever an earlier operator has made of it.
  const run = ({ operator, path, argument }: Step, doc: Doc, found: Fields) =>
    operators[operator](doc, locate(path, found, filter), argument);
  return {
    roots: rootsOf(steps),
    values: Object.fromEntries(
      values.map(({ operator, path, argument }) => [path, operator === '$set' ? argument : undefined]),
    ),
    dependent,
    apply: (part, found) => {
      const pushed = new Map<string, readonly unknown[]>();
      for (const step of rest) {
        if (!pushes.includes(step)) run(step, part, found);
        else pushed.set(rawName(step.path), addedTo(found.get(rawName(step.path)), step));
      }
      if (dependent.has('_id')) keepId(found, part);
      return pushed;
    },
    create: () => {
      const doc = equalitiesOf(filter);
      const found = new Fields(encode(doc));
      for (const step of all) run(step, doc, found);
      return doc;
    },
  };
}

const rootsOf = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(steps.map(({ path }) => rawName(rootOf(path))));

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

function keepId(whole: Fields, after: Doc): void {
  if (keyOf(whole.get('_id')) === encodeKey(after._id)) return;
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
  const added = addedBy(argument);
  setAt(doc, parts, [...(arrayAt(doc, parts, '$push') ?? []), ...added.map(copyValue)]);
}

/** What a `$push` adds to an array where it lies. */
function addedTo(array: Value, { path, argument }: Step): readonly unknown[] {
  if (array && array.type !== ARRAY) throw notAnArray('$push', path, decode(joinElements([array]))[path]);
  return addedBy(argument);
}

/** What a `$push` adds: one element, or each of several. */
function addedBy(argument: unknown): readonly unknown[] {
  const several = isDocument(argument) && Object.hasOwn(argument, '$each');
  const unknown = several ? Object.keys(argument).find((name) => name !== '$each') : undefined;
  if (unknown !== undefined) throw notSupported(`${unknown} in $push`);
  const added = several ? argument.$each : [argument];
  if (!Array.isArray(added)) throw new MongoError(14, 'The argument to $each in $push must be an array');
  return added;
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/pull/ */
function pull(doc: Doc, parts: readonly string[], argument: unknown): void {
  const matches = compileElement(argument, '$pull');
  const array = arrayAt(doc, parts, '$pull');
  if (array === undefined) return;
  const pulled = itemsOf(new Fields(encode({ array })).get('array')).map(matches);
  setAt(
    doc,
    parts,
    array.filter((_, at) => pulled[at] !== true),
  );
}

function arrayAt(doc: Doc, parts: readonly string[], operator: string): unknown[] | undefined {
  const current = getAt(doc, parts);
  if (current === undefined || Array.isArray(current)) return current;
  throw notAnArray(operator, parts.join('.'), current);
}

function notAnArray(operator: string, path: string, value: unknown): MongoError {
  return new MongoError(2, `Cannot apply ${operator}: '${path}' is of type ${typeName(value)}, not an array`);
}
