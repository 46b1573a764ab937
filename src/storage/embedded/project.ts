import { ARRAY, DOCUMENT, elementsOf, joinElements, wrapElement } from './bson-bytes.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { type Doc, isDocument, isNumeric, splitPath } from './values.ts';

/** Fields of a projection as a tree: `true` is the end of a path. */
type Tree = Map<string, Tree | true>;

/** A document as it goes in, the document as it comes out. */
export type Projection = (bytes: Buffer) => Buffer;

/**
 * Compiles an inclusion or an exclusion (https://www.mongodb.com/docs/manual/tutorial/project-fields-from-query-results/).
 * It works on the bytes: most projections leave the longest fields out, which need then not be decoded.
 */
export function compileProjection(spec: Doc | undefined): Projection {
  const fields = spec === undefined ? [] : flatten(spec, '');
  if (fields.length === 0) return (bytes) => bytes;
  const id = fields.find(([path]) => path === '_id')?.[1];
  const others = fields.filter(([path]) => path !== '_id');
  const inclusion = others[0]?.[1] ?? id === true;
  const tree: Tree = new Map();
  for (const [path, included] of others) {
    if (included !== inclusion) throw mixed(path, included);
    plant(tree, path);
  }
  if (inclusion ? id !== false : id === false) tree.set('_id', true);
  return (bytes) => select(bytes, tree, inclusion);
}

function flatten(spec: Doc, prefix: string): [path: string, included: boolean][] {
  return Object.entries(spec).flatMap(([name, value]): [string, boolean][] => {
    if (name.startsWith('$') || name.endsWith('.$')) throw notSupported(`projection ${prefix}${name}`);
    if (isNumeric(value) || typeof value === 'boolean') return [[prefix + name, Boolean(Number(value))]];
    if (!isDocument(value)) throw notSupported(`projection of ${prefix}${name} to a value`);
    return flatten(value, `${prefix}${name}.`);
  });
}

function plant(tree: Tree, path: string): void {
  const parts = splitPath(path);
  const last = parts.pop() ?? '';
  let branch = tree;
  for (const part of parts) {
    const next = branch.get(part) ?? new Map<string, Tree | true>();
    if (next === true) throw collision(path);
    branch.set(part, next);
    branch = next;
  }
  if (branch.has(last)) throw collision(path);
  branch.set(last, true);
}

function select(bytes: Buffer, tree: Tree, inclusion: boolean): Buffer {
  const kept: Uint8Array[] = [];
  for (const { type, name, start, value, end } of elementsOf(bytes)) {
    const branch = tree.get(name);
    if (branch === undefined || branch === true) {
      if ((branch === true) === inclusion) kept.push(bytes.subarray(start, end));
    } else if (type === DOCUMENT || type === ARRAY) {
      const inner = bytes.subarray(value, end);
      const selected = type === ARRAY ? selectInArray(inner, branch, inclusion) : select(inner, branch, inclusion);
      kept.push(wrapElement(type, name, selected));
    } else if (!inclusion) {
      kept.push(bytes.subarray(start, end));
    }
  }
  return joinElements(kept);
}

/** An inclusion of fields drops the elements that are no documents; an exclusion keeps them. */
function selectInArray(bytes: Buffer, tree: Tree, inclusion: boolean): Buffer {
  const kept: Uint8Array[] = [];
  for (const { type, start, value, end } of elementsOf(bytes)) {
    const name = String(kept.length);
    const inner = bytes.subarray(value, end);
    if (type === DOCUMENT) kept.push(wrapElement(type, name, select(inner, tree, inclusion)));
    else if (type === ARRAY) kept.push(wrapElement(type, name, selectInArray(inner, tree, inclusion)));
    else if (!inclusion) kept.push(bytes.subarray(start, end));
  }
  return joinElements(kept);
}

function mixed(path: string, included: boolean): MongoError {
  const [kind, other] = included ? ['inclusion', 'exclusion'] : ['exclusion', 'inclusion'];
  return new MongoError(31254, `Cannot do ${kind} on field ${path} in ${other} projection`);
}

function collision(path: string): MongoError {
  return new MongoError(31249, `Path collision at ${path}`);
}
