import { statementsOf } from '../allow-list.ts';
import { decode, encode } from '../bson-bytes.ts';
import { withIdFirst } from '../collection.ts';
import { asMongoError, MongoError } from '../mongo-error.ts';
import { compileProjection } from '../project.ts';
import { compileQuery } from '../query.ts';
import { compileUpdate } from '../update.ts';
import { countArgument, type Doc, documentArgument } from '../values.ts';
import type { Context, Handler } from './context.ts';

/** https://www.mongodb.com/docs/manual/reference/command/insert/ */
export const insert: Handler = (command, context) => {
  const documents = statementsOf(command, 'documents');
  if (documents.length === 0) throw new MongoError(2, 'Write batch sizes must be at least 1');
  const collection = context.catalog.ensure(context.database, command.insert);
  let n = 0;
  const writeErrors = inTurn(command, documents, (document) => {
    collection.insert(withIdFirst(document));
    n += 1;
  });
  return { fields: { n, ...writeErrors } };
};

/** https://www.mongodb.com/docs/manual/reference/command/update/ */
export const update: Handler = (command, context) => {
  let n = 0;
  let nModified = 0;
  const upserted: Doc[] = [];
  const writeErrors = inTurn(command, statementsOf(command, 'updates'), (statement, index) => {
    const result = updateDocuments(context, command.update, {
      filter: documentArgument(statement.q, 'q'),
      update: statement.u,
      arrayFilters: statement.arrayFilters,
      multi: statement.multi === true,
      upsert: statement.upsert === true,
    });
    n += result.matched;
    nModified += result.modified;
    if (result.inserted) upserted.push({ index, _id: result.inserted._id });
    if (result.inserted) n += 1;
  });
  return { fields: { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...writeErrors } };
};

/** https://www.mongodb.com/docs/manual/reference/command/delete/ */
export const remove: Handler = (command, { catalog, database }) => {
  const collection = catalog.collection(database, command.delete);
  let n = 0;
  const writeErrors = inTurn(command, statementsOf(command, 'deletes'), (statement) => {
    const filter = documentArgument(statement.q, 'q');
    const limit = countArgument(statement.limit, 'limit');
    compileQuery(filter);
    const found = Array.from(collection?.find(filter, { limit }) ?? []);
    for (const one of found) {
      collection?.remove(one);
      n += 1;
    }
  });
  return { fields: { n, ...writeErrors } };
};

/** https://www.mongodb.com/docs/manual/reference/command/findAndModify/ */
export const findAndModify: Handler = (command, context) => {
  const name = command.findAndModify ?? command.findandmodify;
  const filter = documentArgument(command.query, 'query');
  const sort = command.sort === undefined ? undefined : documentArgument(command.sort, 'sort');
  const project = compileProjection(documentArgument(command.fields, 'fields'));
  const shown = (doc: Doc | undefined) => (doc === undefined ? null : decode(project(encode(doc))));
  compileQuery(filter);

  if (command.remove === true) {
    if (command.update !== undefined) throw new MongoError(9, 'Cannot specify both an update and remove=true');
    const collection = context.catalog.collection(context.database, name);
    const [found] = collection?.find(filter, { sort, limit: 1 }) ?? [];
    if (found) collection?.remove(found);
    return { fields: { lastErrorObject: { n: found ? 1 : 0 }, value: found ? decode(project(found.bytes)) : null } };
  }
  const { matched, inserted, before, after } = updateDocuments(context, name, {
    filter,
    sort,
    update: command.update,
    arrayFilters: command.arrayFilters,
    multi: false,
    upsert: command.upsert === true,
  });
  const lastErrorObject = {
    n: inserted ? 1 : matched,
    updatedExisting: matched > 0,
    ...(inserted ? { upserted: inserted._id } : {}),
  };
  return { fields: { lastErrorObject, value: shown(command.new === true ? (inserted ?? after) : before) } };
};

interface UpdateStatement {
  filter: Doc;
  update: unknown;
  arrayFilters: unknown;
  multi: boolean;
  upsert: boolean;
  sort?: Doc | undefined;
}

interface UpdateResult {
  matched: number;
  modified: number;
  inserted?: Doc;
  /** The last document that was found, as it was and as it is. */
  before?: Doc;
  after?: Doc;
}

function updateDocuments(context: Context, name: unknown, statement: UpdateStatement): UpdateResult {
  const { filter, sort, multi, upsert } = statement;
  const compiled = compileUpdate(filter, statement.update, statement.arrayFilters, multi);
  compileQuery(filter);
  const { catalog, database } = context;
  const collection = upsert ? catalog.ensure(database, name) : catalog.collection(database, name);
  const result: UpdateResult = { matched: 0, modified: 0 };
  const all = Array.from(collection?.find(filter, { sort, limit: multi ? 0 : 1 }) ?? []);
  for (const found of all) {
    result.before = decode(found.bytes);
    result.after = compiled.apply(result.before);
    if (collection?.replace(found, result.after)) result.modified += 1;
    result.matched += 1;
  }
  if (result.matched === 0 && upsert) {
    result.inserted = withIdFirst(compiled.create());
    collection?.insert(result.inserted);
  }
  return result;
}

/** Runs the statements of one command one after the other; if they are ordered, the first error ends it. */
function inTurn(command: Doc, statements: readonly Doc[], run: (statement: Doc, index: number) => void): Doc {
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      const { code, codeName, message, details } = asMongoError(error);
      writeErrors.push({ index, code, codeName, errmsg: message, ...details });
      if (command.ordered !== false) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}
