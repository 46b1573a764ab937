import type { IndexSpec } from './collection-index.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { compileQuery } from './query.ts';
import { documentArgument, isDocument, isNumeric, splitPath } from './values.ts';

/** `background` has no meaning since MongoDB 4.2, but drivers may send it. */
const allowed = new Set(['v', 'key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'background']);

/** Reads an index specification; whatever else an index could be is refused by name. */
export function readIndexSpec(raw: unknown): IndexSpec {
  const spec = documentArgument(raw, 'indexes');
  const unknown = Object.keys(spec).find((option) => !allowed.has(option));
  if (unknown !== undefined) throw notSupported(`index option ${unknown}`);
  const { name, unique, sparse, partialFilterExpression } = spec;
  if (typeof name !== 'string')
    throw new MongoError(9, "The 'name' field is a required property of an index specification");
  if (sparse && partialFilterExpression) throw new MongoError(67, 'cannot mix "partialFilterExpression" and "sparse"');
  if (isDocument(partialFilterExpression)) compileQuery(partialFilterExpression);
  return {
    v: 2,
    key: readKey(spec.key),
    name,
    ...(unique ? { unique: true as const } : {}),
    ...(sparse ? { sparse: true as const } : {}),
    ...(isDocument(partialFilterExpression) ? { partialFilterExpression } : {}),
  };
}

function readKey(raw: unknown): Record<string, 1 | -1> {
  const entries = Object.entries(documentArgument(raw, 'key'));
  if (entries.length === 0) throw new MongoError(67, 'Index keys cannot be empty.');
  return Object.fromEntries(
    entries.map(([path, direction]) => {
      splitPath(path);
      if (!isNumeric(direction)) throw notSupported(`index of kind ${String(direction)}`);
      if (Number(direction) !== 1 && Number(direction) !== -1)
        throw notSupported(`index direction ${String(direction)}`);
      if (path.includes('$')) throw notSupported(`index on ${path}`);
      return [path, Number(direction) === 1 ? 1 : -1];
    }),
  );
}
