import { compareValues, equalValues } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { compileElementOrValue } from './query.ts';
import { getAt, setAt, unsetAt } from './update-path.ts';
import { addNumbers, copyValue, type Doc, isDocument, isNumeric, typeName } from './values.ts';

/** Applies one operator to one path of a document, which it changes. */
type Operator = (doc: Doc, parts: readonly string[], argument: unknown) => void;

const set: Operator = (doc, parts, argument) => setAt(doc, parts, copyValue(argument));

/** The update operators that are taken: https://www.mongodb.com/docs/manual/reference/operator/update/ */
export const updateOperators: ReadonlyMap<string, Operator> = new Map([
  ['$set', set],
  ['$setOnInsert', set],
  ['$unset', (doc, parts) => unsetAt(doc, parts)],
  ['$inc', increment],
  ['$min', (doc, parts, argument) => setIf(doc, parts, argument, (order) => order < 0)],
  ['$max', (doc, parts, argument) => setIf(doc, parts, argument, (order) => order > 0)],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$pull', pull],
  ['$pullAll', pullAll],
]);

function increment(doc: Doc, parts: readonly string[], argument: unknown): void {
  if (!isNumeric(argument))
    throw new MongoError(14, `Cannot increment with non-numeric argument: {${parts.join('.')}}`);
  const current = getAt(doc, parts);
  if (current !== undefined && !isNumeric(current)) {
    const name = parts.join('.');
    throw new MongoError(
      14,
      `Cannot apply $inc to a value of non-numeric type. ${name} has the type ${typeName(current)}`,
    );
  }
  setAt(doc, parts, current === undefined ? argument : addNumbers(current, argument));
}

function setIf(doc: Doc, parts: readonly string[], argument: unknown, holds: (order: number) => boolean): void {
  const current = getAt(doc, parts);
  if (current === undefined || holds(compareValues(argument, current))) set(doc, parts, argument);
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/push/ */
function push(doc: Doc, parts: readonly string[], argument: unknown): void {
  const { added, slice } = readPush(argument);
  const array = [...(arrayAt(doc, parts, '$push') ?? []), ...added.map(copyValue)];
  const kept = slice === undefined ? array : slice < 0 ? array.slice(slice) : array.slice(0, slice);
  setAt(doc, parts, kept);
}

function readPush(argument: unknown): { added: unknown[]; slice: number | undefined } {
  if (!isDocument(argument) || !Object.hasOwn(argument, '$each')) return { added: [argument], slice: undefined };
  const unknown = Object.keys(argument).find((name) => name !== '$each' && name !== '$slice');
  if (unknown !== undefined) throw notSupported(`${unknown} in $push`);
  const slice = argument.$slice;
  if (slice === undefined) return { added: eachOf(argument, '$push'), slice };
  if (!isNumeric(slice) || !Number.isInteger(Number(slice)))
    throw new MongoError(2, 'The value for $slice must be an integer');
  return { added: eachOf(argument, '$push'), slice: Number(slice) };
}

function eachOf(argument: Doc, operator: string): unknown[] {
  const each = argument.$each;
  if (!Array.isArray(each)) throw new MongoError(14, `The argument to $each in ${operator} must be an array`);
  return each;
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/addToSet/ */
function addToSet(doc: Doc, parts: readonly string[], argument: unknown): void {
  const several = isDocument(argument) && Object.hasOwn(argument, '$each');
  const unknown = several ? Object.keys(argument).find((name) => name !== '$each') : undefined;
  if (unknown !== undefined) throw notSupported(`${unknown} in $addToSet`);
  const array = [...(arrayAt(doc, parts, '$addToSet') ?? [])];
  for (const value of several ? eachOf(argument, '$addToSet') : [argument]) {
    if (!array.some((element) => equalValues(element, value))) array.push(copyValue(value));
  }
  setAt(doc, parts, array);
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/pull/ */
function pull(doc: Doc, parts: readonly string[], argument: unknown): void {
  const matches = compileElementOrValue(argument);
  const array = arrayAt(doc, parts, '$pull');
  if (array)
    setAt(
      doc,
      parts,
      array.filter((element) => !matches(element)),
    );
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/pullAll/ */
function pullAll(doc: Doc, parts: readonly string[], argument: unknown): void {
  if (!Array.isArray(argument)) throw new MongoError(2, '$pullAll requires an array argument');
  const array = arrayAt(doc, parts, '$pullAll');
  if (array)
    setAt(
      doc,
      parts,
      array.filter((element) => !argument.some((value) => equalValues(element, value))),
    );
}

function arrayAt(doc: Doc, parts: readonly string[], operator: string): unknown[] | undefined {
  const current = getAt(doc, parts);
  if (current === undefined || Array.isArray(current)) return current;
  throw new MongoError(
    2,
    `Cannot apply ${operator}: the field '${parts.join('.')}' is of type ${typeName(current)}, not an array`,
  );
}
