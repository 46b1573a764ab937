import { compareValues } from './key-encoding.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { addNumbers, type Doc, fieldOf, isDocument, isNumeric, splitPath, typeName } from './values.ts';

/** An expression made ready; it answers `undefined` for a missing field. */
export type Expression = (doc: Doc) => unknown;

/** Compiles an expression and notes the top-level fields it reads; `$$ROOT` reads all, noted as `*`. */
export function compileExpression(expression: unknown, roots: Set<string>): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression, roots);
  if (Array.isArray(expression)) {
    const elements = expression.map((element) => compileExpression(element, roots));
    return (doc) => elements.map((element) => element(doc) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const entries = Object.entries(expression);
  const [operator, argument] = entries[0] ?? ['', undefined];
  if (operator.startsWith('$') && entries.length === 1) return compileOperator(operator, argument, roots);
  const fields = entries.map(([name, value]): [string, Expression] => {
    if (name.startsWith('$') || name.includes('.')) throw notSupported(`field ${name} in an expression`);
    return [name, compileExpression(value, roots)];
  });
  return (doc) =>
    Object.fromEntries(fields.map(([name, field]) => [name, field(doc)]).filter(([, value]) => value !== undefined));
}

function compilePath(expression: string, roots: Set<string>): Expression {
  if (expression === '$$ROOT') {
    roots.add('*');
    return (doc) => doc;
  }
  if (expression.startsWith('$$')) throw notSupported(`variable ${expression}`);
  const path = splitPath(expression.slice(1));
  roots.add(path[0] ?? '');
  return (doc) => follow(doc, path, 0);
}

/** A path through an array gives the array of what its documents have. */
function follow(value: unknown, path: readonly string[], at: number): unknown {
  const name = path[at];
  if (name === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((element) => follow(element, path, at)).filter((element) => element !== undefined);
  }
  return isDocument(value) ? follow(fieldOf(value, name), path, at + 1) : undefined;
}

/** The expressions that are taken: https://www.mongodb.com/docs/manual/reference/operator/aggregation/ */
function compileOperator(operator: string, argument: unknown, roots: Set<string>): Expression {
  const compile = (inner: unknown) => compileExpression(inner, roots);
  const list = () => (Array.isArray(argument) ? argument : [argument]).map(compile);
  switch (operator) {
    case '$literal':
      return () => argument;
    case '$eq':
      return comparison(pair(operator, list()), (order) => order === 0);
    case '$ne':
      return comparison(pair(operator, list()), (order) => order !== 0);
    case '$gt':
      return comparison(pair(operator, list()), (order) => order > 0);
    case '$gte':
      return comparison(pair(operator, list()), (order) => order >= 0);
    case '$lt':
      return comparison(pair(operator, list()), (order) => order < 0);
    case '$lte':
      return comparison(pair(operator, list()), (order) => order <= 0);
    case '$and': {
      const parts = list();
      return (doc) => parts.every((part) => isTrue(part(doc)));
    }
    case '$or': {
      const parts = list();
      return (doc) => parts.some((part) => isTrue(part(doc)));
    }
    case '$not': {
      const [part = () => null] = list();
      return (doc) => !isTrue(part(doc));
    }
    case '$ifNull': {
      const parts = list();
      return (doc) => parts.reduce<unknown>((value, part) => value ?? part(doc), undefined);
    }
    case '$cond':
      return condition(argument, compile);
    case '$size':
      return size(list());
    case '$subtract':
      return subtract(pair(operator, list()));
    default:
      throw notSupported(`${operator} in an expression`);
  }
}

type Pair = [Expression, Expression];

function pair(operator: string, list: Expression[]): Pair {
  const [left, right] = list;
  if (left && right && list.length === 2) return [left, right];
  throw new MongoError(2, `Expression ${operator} takes exactly 2 arguments. ${list.length} were passed in.`);
}

/** Compares across types, in BSON's order, a missing field before null. */
function comparison([left, right]: Pair, holds: (order: number) => boolean): Expression {
  return (doc) => {
    const [a, b] = [left(doc), right(doc)];
    if (a === undefined || b === undefined) return holds(Number(a !== undefined) - Number(b !== undefined));
    return holds(compareValues(a, b));
  };
}

export function isTrue(value: unknown): boolean {
  if (isNumeric(value)) return Number(value) !== 0;
  return value !== undefined && value !== null && value !== false;
}

function condition(argument: unknown, compile: (inner: unknown) => Expression): Expression {
  const parts = isDocument(argument) ? [argument.if, argument.then, argument.else] : argument;
  if (!Array.isArray(parts) || parts.length !== 3) throw new MongoError(2, '$cond takes if, then and else');
  const [test, yes, no] = parts.map(compile);
  return (doc) => (isTrue(test?.(doc)) ? yes?.(doc) : no?.(doc));
}

function size([array]: Expression[]): Expression {
  return (doc) => {
    const value = array?.(doc);
    if (Array.isArray(value)) return value.length;
    throw new MongoError(2, `The argument to $size must be an array, but was of type: ${typeName(value)}`);
  };
}

/** Numbers, or two dates, which gives milliseconds; null if either is missing. */
function subtract([left, right]: Pair): Expression {
  return (doc) => {
    const [a, b] = [left(doc), right(doc)];
    if (a === undefined || a === null || b === undefined || b === null) return null;
    if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
    if (isNumeric(a) && isNumeric(b)) return typeof b === 'number' ? addNumbers(a, -b) : addNumbers(a, b.negate());
    throw new MongoError(14, `can't $subtract ${typeName(b)} from ${typeName(a)}`);
  };
}
