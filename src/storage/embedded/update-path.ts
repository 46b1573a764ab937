import { DOCUMENT, Fields, rawName } from './bson-bytes.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { compileElement, isOperators } from './query.ts';
import { type Doc, fieldOf, isArrayIndex, isDocument, splitPath, typeName } from './values.ts';
import { itemsOf, type Value } from './values-at.ts';

/**
 * The path of an update in a document. A `$` in it stands for the element that the filter's `$elemMatch` on that array
 * found: https://www.mongodb.com/docs/manual/reference/operator/update/positional/
 */
export function locate(path: string, document: Fields, filter: Doc): string[] {
  const parts = splitPath(path);
  const at = parts.findIndex((part) => part.startsWith('$'));
  if (at < 0) return parts;
  const before = parts.slice(0, at);
  const after = parts.slice(at + 1);
  if (parts[at] !== '$' || after.some((part) => part.startsWith('$'))) throw notSupported(`the path ${path}`);
  const condition = fieldOf(filter, before.join('.'));
  if (!isOperators(condition) || !Object.hasOwn(condition, '$elemMatch')) {
    throw notSupported(`the path ${path} without an $elemMatch on ${before.join('.')}`);
  }
  const matches = compileElement(condition.$elemMatch, '$elemMatch');
  const position = itemsOf(valueAt(document, before)).findIndex(matches);
  if (position < 0) throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
  return [...before, String(position), ...after];
}

/** The value at a path where it lies. */
function valueAt(document: Fields, [root = '', ...rest]: readonly string[]): Value {
  return rest.reduce<Value>(
    (value, name) => {
      if (value?.type === DOCUMENT) return new Fields(value.bytes, value.value).get(rawName(name));
      return isArrayIndex(name) ? itemsOf(value)[Number(name)] : undefined;
    },
    document.get(rawName(root)),
  );
}

function childOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return isArrayIndex(name) ? value[Number(name)] : undefined;
  return isDocument(value) ? fieldOf(value, name) : undefined;
}

/** The value at a path, or undefined. */
export function getAt(doc: Doc, parts: readonly string[]): unknown {
  return parts.reduce<unknown>(childOf, doc);
}

/** Sets a value, making the documents on the way; an array may grow by one. */
export function setAt(doc: Doc, parts: readonly string[], value: unknown): void {
  const last = parts.at(-1) ?? '';
  let holder: unknown = doc;
  for (const part of parts.slice(0, -1)) {
    if (childOf(holder, part) === undefined) assign(holder, part, {}, parts);
    holder = childOf(holder, part);
  }
  assign(holder, last, value, parts);
}

function assign(holder: unknown, name: string, value: unknown, parts: readonly string[]): void {
  if (Array.isArray(holder) && isArrayIndex(name)) {
    if (Number(name) > holder.length) throw notSupported(`a position beyond the end of an array in ${parts.join('.')}`);
    holder[Number(name)] = value;
  } else if (isDocument(holder)) {
    holder[name] = value;
  } else {
    const type = typeName(holder);
    throw new MongoError(28, `Cannot create field '${name}' in element of type ${type} at ${parts.join('.')}`);
  }
}
