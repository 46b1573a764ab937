import { MongoError, notSupported } from './mongo-error.ts';
import { compileCondition, compileQuery, conditionsOf } from './query.ts';
import { type Doc, fieldOf, isArrayIndex, isDocument, rootOf, splitPath, typeName } from './values.ts';

/** Which array elements an update means by `$` and `$[name]`. */
export interface PathContext {
  /** The filter by which the document was found: it tells what `$` stands for. */
  filter: Doc;
  arrayFilters: ReadonlyMap<string, (element: unknown) => boolean>;
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/positional-filtered/ */
export function compileArrayFilters(filters: unknown): Map<string, (element: unknown) => boolean> {
  const compiled = new Map<string, (element: unknown) => boolean>();
  if (filters === undefined) return compiled;
  if (!Array.isArray(filters)) throw new MongoError(14, 'arrayFilters must be an array');
  for (const filter of filters) {
    if (!isDocument(filter)) throw new MongoError(14, 'an array filter must be an object');
    const names = new Set(conditionsOf(filter).map(({ path }) => rootOf(path)));
    const [name] = names;
    if (name === undefined || names.size > 1 || Object.keys(filter).some((key) => key.startsWith('$'))) {
      throw new MongoError(9, 'Error parsing array filter: expected a single top-level field name');
    }
    if (compiled.has(name)) throw new MongoError(9, `Found multiple array filters with the same name ${name}`);
    const query = compileQuery(filter);
    compiled.set(name, (element) => query.test({ [name]: element }));
  }
  return compiled;
}

/** The paths that an update's path stands for in a document, with all `$`, `$[]` and `$[name]` replaced by positions. */
export function expandPath(doc: Doc, path: string, context: PathContext): string[][] {
  let reached: { parts: string[]; value: unknown }[] = [{ parts: [], value: doc }];
  for (const part of splitPath(path)) {
    reached = reached.flatMap(({ parts, value }) => {
      const names = part.startsWith('$') ? positions(part, parts, value, path, context) : [part];
      return names.map((name) => ({ parts: [...parts, name], value: childOf(value, name) }));
    });
  }
  return reached.map(({ parts }) => parts);
}

function positions(part: string, before: string[], value: unknown, path: string, context: PathContext): string[] {
  const arrayPath = before.join('.');
  if (part === '$') return [String(matchedPosition(arrayPath, value, context.filter))];
  if (!part.startsWith('$[') || !part.endsWith(']')) {
    throw new MongoError(52, `The dollar ($) prefixed field '${part}' in '${path}' is not allowed`);
  }
  if (!Array.isArray(value)) {
    throw new MongoError(
      2,
      `Cannot apply array updates to non-array element ${arrayPath}, which is ${typeName(value)}`,
    );
  }
  const name = part.slice(2, -1);
  const test = name === '' ? () => true : context.arrayFilters.get(name);
  if (test === undefined) throw new MongoError(2, `No array filter found for identifier '${name}' in path '${path}'`);
  return value.flatMap((element, at) => (test(element) ? [String(at)] : []));
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/positional/ */
function matchedPosition(arrayPath: string, array: unknown, filter: Doc): number {
  const about = conditionsOf(filter).filter(({ path }) => path === arrayPath || path.startsWith(`${arrayPath}.`));
  const [condition] = about;
  // MongoDB would take the position of whichever condition it tested last; its manual says to use $elemMatch.
  if (about.length > 1)
    throw notSupported(`positional $ with several conditions on ${arrayPath} instead of one $elemMatch`);
  if (condition === undefined || !Array.isArray(array)) throw noMatch();
  const rest = condition.path.slice(arrayPath.length);
  const test = rest === '' ? elementTest(condition.value) : compileQuery({ [`element${rest}`]: condition.value }).test;
  const position = array.findIndex((element) => test({ element }));
  if (position < 0) throw noMatch();
  return position;
}

function elementTest(value: unknown): (doc: Doc) => boolean {
  const test = compileCondition(value);
  return ({ element }) => test([[element]]);
}

function noMatch(): MongoError {
  return new MongoError(2, 'The positional operator did not find the match needed from the query.');
}

function childOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return isArrayIndex(name) ? value[Number(name)] : undefined;
  return isDocument(value) ? fieldOf(value, name) : undefined;
}

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
    throw new MongoError(
      28,
      `Cannot create field '${name}' in element of type ${typeName(holder)} at ${parts.join('.')}`,
    );
  }
}

/** Removes a field; an array element becomes null (https://www.mongodb.com/docs/manual/reference/operator/update/unset/). */
export function unsetAt(doc: Doc, parts: readonly string[]): void {
  const holder = getAt(doc, parts.slice(0, -1));
  const last = parts.at(-1) ?? '';
  if (Array.isArray(holder)) {
    if (isArrayIndex(last) && Number(last) < holder.length) holder[Number(last)] = null;
  } else if (isDocument(holder)) {
    delete holder[last];
  }
}
