import { Long } from 'bson';
import { MongoError, notSupported } from './mongo-error.ts';

/** A decoded BSON document. Values are what `bson` yields with numbers promoted and 64-bit integers kept as `Long`. */
export type Doc = Record<string, unknown>;

/** A plain document: not an array, a date or a BSON class, whatever its field names are. */
export function isDocument(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function isNumeric(value: unknown): value is number | Long {
  return typeof value === 'number' || Long.isLong(value);
}

/** A path in dot notation, split. Own fields only are ever followed, so `constructor` is a name like any other. */
export function splitPath(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('')) throw new MongoError(56, `The path '${path}' contains an empty field name`);
  if (parts.includes('__proto__')) throw notSupported('field name __proto__');
  if (parts.length > 100) throw new MongoError(2, 'a path may have no more than 100 parts');
  return parts;
}

/** The first part of a path: the top-level field that must be read to follow it. */
export function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? '';
}

export function isArrayIndex(name: string): boolean {
  return /^(0|[1-9]\d{0,6})$/.test(name);
}

/** The value of an own field, else undefined. */
export function fieldOf(value: Doc, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * All values that a path reaches, through arrays of documents and array positions, as a query sees them
 * (https://www.mongodb.com/docs/manual/tutorial/query-array-of-documents/). A missing field is `undefined`; an array
 * without any document yields nothing.
 */
export function valuesAt(value: unknown, path: readonly string[], at = 0, found: unknown[] = []): unknown[] {
  const name = path[at];
  if (name === undefined) {
    found.push(value);
    return found;
  }
  if (Array.isArray(value)) {
    if (isArrayIndex(name) && Number(name) < value.length) valuesAt(value[Number(name)], path, at + 1, found);
    for (const element of value) if (isDocument(element)) valuesAt(element, path, at, found);
    return found;
  }
  if (!isDocument(value)) {
    found.push(undefined);
    return found;
  }
  return valuesAt(fieldOf(value, name), path, at + 1, found);
}

/** A deep copy of documents and arrays; BSON values are shared, since nothing changes them. */
export function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyValue(inner)]));
}

/** What a value is, for error messages. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'object' || isDocument(value)) return typeof value;
  // A bundler may rename the classes of BSON values.
  return '_bsontype' in value ? String(value._bsontype) : value.constructor.name;
}

/** A document argument of a command, or an error that names it. */
export function documentArgument(value: unknown, name: string): Doc {
  if (value === undefined) return {};
  if (!isDocument(value)) {
    throw new MongoError(14, `Expected field ${name} to be of type object, but it is ${typeName(value)}`);
  }
  return value;
}

/** A whole number that is not negative, or an error that names it. */
export function countArgument(value: unknown, name: string): number {
  const number = value === undefined ? 0 : isNumeric(value) ? Number(value) : Number.NaN;
  if (!Number.isInteger(number) || number < 0) throw new MongoError(2, `${name} must be a whole number of 0 or more`);
  return number;
}
