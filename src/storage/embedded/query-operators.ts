import { BSONRegExp } from 'bson';
import { compareValues, encodeKey, equalValues, typeBracket } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { type Doc, isDocument, typeName } from './values.ts';

/** A test of the values that a path reaches in a document (see `valuesAt`). */
export type ValuesTest = (values: readonly unknown[]) => boolean;

/** Compiles what stands within `$not`. */
type CompileCondition = (condition: unknown) => ValuesTest;

export function isOperatorName(name: string, allowed: readonly string[]): void {
  if (!allowed.includes(name)) throw notSupported(name);
}

/** The test for one operator: https://www.mongodb.com/docs/manual/reference/operator/query/ */
export function compileOperator(
  name: string,
  argument: unknown,
  siblings: Doc,
  compileCondition: CompileCondition,
): ValuesTest {
  switch (name) {
    case '$eq':
      return equals(argument);
    case '$ne':
      return not(equals(argument));
    case '$gt':
      return ordered(argument, (order) => order > 0, false);
    case '$gte':
      return ordered(argument, (order) => order >= 0, true);
    case '$lt':
      return ordered(argument, (order) => order < 0, false);
    case '$lte':
      return ordered(argument, (order) => order <= 0, true);
    case '$in':
      return oneOf(name, argument);
    case '$nin':
      return not(oneOf(name, argument));
    case '$exists':
      return exists(Boolean(argument));
    case '$size':
      return hasSize(argument);
    case '$regex':
      return matches(argument, siblings.$options);
    case '$options':
      if (!Object.hasOwn(siblings, '$regex')) throw new MongoError(2, '$options needs a $regex');
      return () => true;
    case '$not':
      return negated(argument, compileCondition);
    default:
      throw notSupported(name);
  }
}

/** A value, or any element of an array that it is: https://www.mongodb.com/docs/manual/tutorial/query-arrays/ */
function any(test: (value: unknown) => boolean): ValuesTest {
  return (values) => values.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

function not(test: ValuesTest): ValuesTest {
  return (values) => !test(values);
}

function equals(argument: unknown): ValuesTest {
  if (argument === null || argument === undefined) return any((value) => value === null || value === undefined);
  refuseOperatorsIn(argument);
  return any((value) => value !== undefined && equalValues(value, argument));
}

function oneOf(name: string, argument: unknown): ValuesTest {
  if (!Array.isArray(argument)) throw new MongoError(2, `${name} needs an array`);
  if (argument.some((value) => value instanceof BSONRegExp)) throw notSupported(`a pattern within ${name}`);
  argument.forEach(refuseOperatorsIn);
  const keys = new Set(argument.map(encodeKey));
  return any((value) => keys.has(encodeKey(value)));
}

/** `{ a: { x: 1, $gt: 2 } }` would be a comparison with a document that cannot be stored: surely a mistake. */
function refuseOperatorsIn(argument: unknown): void {
  if (!isDocument(argument)) return;
  const operator = Object.keys(argument).find((key) => key.startsWith('$'));
  if (operator !== undefined) throw new MongoError(2, `unknown operator: ${operator} within a value to compare with`);
}

/** A comparison holds only between values of one type; null equals null alone. */
function ordered(argument: unknown, holds: (order: number) => boolean, orEqual: boolean): ValuesTest {
  if (argument === null || argument === undefined) return orEqual ? equals(null) : () => false;
  const bracket = typeBracket(argument);
  if (Number.isNaN(argument)) return any((value) => orEqual && Number.isNaN(value));
  return any(
    (value) =>
      value !== undefined &&
      value !== null &&
      !Number.isNaN(value) &&
      typeBracket(value) === bracket &&
      holds(compareValues(value, argument)),
  );
}

function exists(wanted: boolean): ValuesTest {
  return (values) => values.some((value) => value !== undefined) === wanted;
}

function hasSize(argument: unknown): ValuesTest {
  if (typeof argument !== 'number' || !Number.isInteger(argument) || argument < 0) {
    throw new MongoError(2, `Failed to parse $size. Expected a non-negative whole number, got ${typeName(argument)}`);
  }
  return (values) => values.some((value) => Array.isArray(value) && value.length === argument);
}

function matches(argument: unknown, options: unknown): ValuesTest {
  const pattern = argument instanceof BSONRegExp ? argument.pattern : argument;
  const flags = options ?? (argument instanceof BSONRegExp ? argument.options : '');
  if (typeof pattern !== 'string') throw new MongoError(2, '$regex has to be a string');
  if (typeof flags !== 'string') throw new MongoError(2, '$options has to be a string');
  if (!/^[ims]*$/.test(flags)) throw notSupported(`$options: ${flags}`);
  const expression = compilePattern(pattern, flags);
  return any((value) => typeof value === 'string' && expression.test(value));
}

function compilePattern(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch (error) {
    throw new MongoError(
      51091,
      `Regular expression is invalid: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
  }
}

function negated(argument: unknown, compileCondition: CompileCondition): ValuesTest {
  const operators = isDocument(argument) && Object.keys(argument)[0]?.startsWith('$') === true;
  if (!operators && !(argument instanceof BSONRegExp)) throw new MongoError(2, '$not needs a regex or a document');
  return not(compileCondition(argument));
}
