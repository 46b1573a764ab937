import { MongoError, notSupported } from './mongo-error.ts';
import { type Choices, choicesOf, selectFrom } from './select-fields.ts';
import type { Doc } from './values.ts';
import { rawPath } from './values-at.ts';

/** Fields of a projection as a tree: `true` is the end of a path. */
type Tree = Map<string, Tree | true>;

/** A document as it goes in, the document as it comes out. */
export type Projection = (bytes: Buffer) => Buffer;

/**
 * Compiles an inclusion (https://www.mongodb.com/docs/manual/tutorial/project-fields-from-query-results/). It works on
 * the bytes: most projections leave the longest fields out, which need then not be decoded.
 */
export function compileProjection(spec: Doc): Projection {
  const { _id = 1, ...fields } = spec;
  const tree: Tree = new Map();
  for (const [path, included] of Object.entries({ _id, ...fields })) {
    if (path === '_id' && included === 0) continue;
    if (included !== 1) throw notSupported(`projection of ${path} to ${JSON.stringify(included)}`);
    plant(tree, path);
  }
  if (Object.keys(spec).length === 0) return (bytes) => bytes;
  if (tree.size === 0) throw notSupported('projection of all fields but _id');
  const choices = toChoices(tree);
  return (bytes) => selectFrom(bytes, choices);
}

function plant(tree: Tree, path: string): void {
  const parts = rawPath(path);
  if (path.includes('$')) throw notSupported(`projection ${path}`);
  const last = parts.pop() ?? '';
  let branch = tree;
  for (const part of parts) {
    const next = branch.get(part) ?? new Map<string, Tree | true>();
    if (next === true) throw new MongoError(31249, `Path collision at ${path}`);
    branch.set(part, next);
    branch = next;
  }
  if (branch.has(last)) throw new MongoError(31249, `Path collision at ${path}`);
  branch.set(last, true);
}

function toChoices(tree: Tree): Choices {
  return choicesOf([...tree].map(([name, branch]) => [name, branch === true ? true : toChoices(branch)]));
}
