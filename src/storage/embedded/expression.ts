import { notSupported } from './mongo-error.ts';
import { type Doc, fieldOf, isDocument, splitPath } from './values.ts';

/** An expression made ready; it answers `undefined` for a missing field. */
export type Expression = (doc: Doc) => unknown;

/**
 * Compiles an expression and notes the top-level fields it reads: `'$a.b'`, a constant, or a document of these.
 * https://www.mongodb.com/docs/manual/reference/aggregation-quick-reference/#expressions
 */
export function compileExpression(expression: unknown, roots: Set<string>): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    if (expression.startsWith('$$')) throw notSupported(`variable ${expression}`);
    const path = splitPath(expression.slice(1));
    roots.add(path[0] ?? '');
    return (doc) => follow(doc, path, 0);
  }
  if (!isDocument(expression)) return () => expression;
  const fields = Object.entries(expression).map(([name, value]): [string, Expression] => {
    if (name.startsWith('$') || name.includes('.')) throw notSupported(`${name} in an expression`);
    return [name, compileExpression(value, roots)];
  });
  return (doc) => {
    const values = fields.map(([name, field]) => [name, field(doc)]);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  };
}

/** A path through an array gives the array of what its documents have. */
function follow(value: unknown, path: readonly string[], at: number): unknown {
  const name = path[at];
  if (name === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => follow(one, path, at)).filter((one) => one !== undefined);
  return isDocument(value) ? follow(fieldOf(value, name), path, at + 1) : undefined;
}
