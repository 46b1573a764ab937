import { decode, encode } from './bson-bytes.ts';
import { compileGroup } from './group.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { compileProjection } from './project.ts';
import { compileQuery } from './query.ts';
import { compileSort } from './sort.ts';
import { countArgument, type Doc, documentArgument, fieldOf, isDocument, rootOf, splitPath } from './values.ts';

type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

/** A pipeline made ready. */
export interface Pipeline {
  /** What a leading `$match` and `$sort` ask for: the collection finds it through its indexes. */
  filter: Doc;
  sort: Doc | undefined;
  run: Stage;
  /** The top-level fields that the stages read, or undefined if they pass whole documents on. */
  roots: ReadonlySet<string> | undefined;
}

/** Compiles the stages that are taken: https://www.mongodb.com/docs/manual/reference/operator/aggregation-pipeline/ */
export function compilePipeline(raw: unknown): Pipeline {
  if (!Array.isArray(raw)) throw new MongoError(14, "'pipeline' option must be specified as an array");
  const stages = raw.map(readStage);
  const filter = stages[0]?.name === '$match' ? documentArgument(stages.shift()?.argument, '$match') : {};
  const sort = stages[0]?.name === '$sort' ? documentArgument(stages.shift()?.argument, '$sort') : undefined;
  const roots = new Set<string>();
  const compiled = stages.map(({ name, argument }) => compileStage(name, argument, roots));
  const narrows = stages.some(({ name }) => name === '$group' || name === '$count');
  return {
    filter,
    sort,
    run: (docs) => compiled.reduce((input, stage) => stage(input), docs),
    roots: narrows ? roots : undefined,
  };
}

function readStage(stage: unknown): { name: string; argument: unknown } {
  const [name, ...others] = isDocument(stage) ? Object.keys(stage) : [];
  if (!isDocument(stage) || name === undefined || others.length > 0) {
    throw new MongoError(2, 'A pipeline stage specification object must contain exactly one field.');
  }
  return { name, argument: stage[name] };
}

function compileStage(name: string, argument: unknown, roots: Set<string>): Stage {
  switch (name) {
    case '$match': {
      const query = compileQuery(documentArgument(argument, name));
      note(query.roots, roots);
      return (docs) => filterDocs(docs, query.test);
    }
    case '$sort': {
      const sort = compileSort(documentArgument(argument, name));
      note(sort.roots, roots);
      return (docs) => sortDocs(docs, sort.key);
    }
    case '$limit': {
      const limit = countArgument(argument, name);
      if (limit === 0) throw new MongoError(2, 'the limit must be positive');
      return (docs) => limitDocs(docs, limit);
    }
    case '$skip': {
      const skip = countArgument(argument, name);
      return (docs) => skipDocs(docs, skip);
    }
    case '$group':
      return compileGroup(argument, roots);
    case '$count':
      return compileCount(argument);
    case '$unwind':
      return compileUnwind(argument, roots);
    case '$project':
      return compileProject(documentArgument(argument, name), roots);
    default:
      throw notSupported(`stage ${name}`);
  }
}

function note(own: Iterable<string>, roots: Set<string>): void {
  for (const root of own) roots.add(root);
}

function* filterDocs(docs: Iterable<Doc>, test: (doc: Doc) => boolean): Generator<Doc> {
  for (const doc of docs) if (test(doc)) yield doc;
}

/** Documents in the order of a sort. */
function sortDocs(docs: Iterable<Doc>, keyOf: (doc: Doc) => string): Doc[] {
  const rows = Array.from(docs, (doc) => ({ doc, key: keyOf(doc) }));
  return rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map((row) => row.doc);
}

function* limitDocs(docs: Iterable<Doc>, limit: number): Generator<Doc> {
  let passed = 0;
  for (const doc of docs) {
    yield doc;
    passed += 1;
    if (passed === limit) return;
  }
}

function* skipDocs(docs: Iterable<Doc>, skip: number): Generator<Doc> {
  let passed = 0;
  for (const doc of docs) {
    passed += 1;
    if (passed > skip) yield doc;
  }
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/count/ */
function compileCount(argument: unknown): Stage {
  if (typeof argument !== 'string' || argument === '' || /[.$]/.test(argument)) {
    throw new MongoError(2, 'the count field must be a non-empty string without . or $');
  }
  return function* (docs) {
    let count = 0;
    for (const _ of docs) count += 1;
    if (count > 0) yield { [argument]: count };
  };
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/unwind/ */
function compileUnwind(argument: unknown, roots: Set<string>): Stage {
  const options = isDocument(argument) ? argument : { path: argument };
  const unknown = Object.keys(options).find((name) => name !== 'path' && name !== 'preserveNullAndEmptyArrays');
  if (unknown !== undefined) throw notSupported(`${unknown} in $unwind`);
  const { path, preserveNullAndEmptyArrays: preserve } = options;
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new MongoError(2, "path option to $unwind should begin with '$'");
  const [field = '', ...deeper] = splitPath(path.slice(1));
  if (deeper.length > 0) throw notSupported(`$unwind of the nested ${path}`);
  roots.add(field);
  return function* (docs) {
    for (const doc of docs) {
      const value = fieldOf(doc, field);
      const empty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
      if (!empty) {
        for (const element of Array.isArray(value) ? value : [value]) yield { ...doc, [field]: element };
      } else if (preserve === true) {
        const { [field]: _, ...rest } = doc;
        yield value === null ? doc : rest;
      }
    }
  };
}

/** Fields kept or left out, as in a find: https://www.mongodb.com/docs/manual/reference/operator/aggregation/project/ */
function compileProject(spec: Doc, roots: Set<string>): Stage {
  const project = compileProjection(spec);
  note(['_id', ...Object.keys(spec).map(rootOf)], roots);
  return function* (docs) {
    for (const doc of docs) yield decode(project(encode(doc)));
  };
}
