import { statementsOf } from '../allow-list.ts';
import { decode } from '../bson-bytes.ts';
import { asMongoError, MongoError, notSupported } from '../mongo-error.ts';
import { compileUpdate } from '../update.ts';
import { countArgument, type Doc, documentArgument } from '../values.ts';
import type { Context, Handler } from './context.ts';

/** https://www.mongodb.com/docs/manual/reference/command/insert/ */
export const insert: Handler = (command, { catalog, database }) => {
  const documents = statementsOf(command, 'documents');
  if (documents.length === 0) throw new MongoError(2, 'Write batch sizes must be at least 1');
  const collection = catalog.ensure(database, command.insert);
  let n = 0;
  const writeErrors = inTurn(command, documents, (document) => {
    collection.insert(document);
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
      multi: statement.multi === true,
      upsert: statement.upsert === true,
    });
    n += result.matched + (result.inserted ? 1 : 0);
    nModified += result.modified;
    if (result.inserted) upserted.push({ index, _id: result.inserted._id });
  });
  return { fields: { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...writeErrors } };
};

/** https://www.mongodb.com/docs/manual/reference/command/delete/ */
export const remove: Handler = (command, { catalog, database }) => {
  const collection = catalog.look(database, command.delete);
  let n = 0;
  const writeErrors = inTurn(command, statementsOf(command, 'deletes'), ({ q, limit }) => {
    for (const found of collection.find(documentArgument(q, 'q'), {}, countArgument(limit, 'limit'))) {
      collection.remove(found);
      n += 1;
    }
  });
  return { fields: { n, ...writeErrors } };
};

/** https://www.mongodb.com/docs/manual/reference/command/findAndModify/ */
export const findAndModify: Handler = (command, context) => {
  if (command.remove === true) throw notSupported('remove: true of findAndModify');
  const { matched, inserted, before, after } = updateDocuments(context, command.findAndModify, {
    filter: documentArgument(command.query, 'query'),
    sort: documentArgument(command.sort, 'sort'),
    update: command.update,
    multi: false,
    upsert: command.upsert === true,
  });
  const lastErrorObject = {
    n: inserted ? 1 : matched,
    updatedExisting: matched > 0,
    ...(inserted ? { upserted: inserted._id } : {}),
  };
  return { fields: { lastErrorObject, value: (command.new === true ? (inserted ?? after) : before) ?? null } };
};

interface UpdateStatement {
  filter: Doc;
  update: unknown;
  multi: boolean;
  upsert: boolean;
  sort?: Doc;
}

interface UpdateResult {
  matched: number;
  modified: number;
  inserted?: Doc;
  /** The last document that was found, as it was and as it is. */
  before?: Doc;
  after?: Doc;
}

function updateDocuments({ catalog, database }: Context, name: unknown, statement: UpdateStatement): UpdateResult {
  const { filter, sort, multi, upsert } = statement;
  const compiled = compileUpdate(filter, statement.update);
  const collection = upsert ? catalog.ensure(database, name) : catalog.look(database, name);
  const result: UpdateResult = { matched: 0, modified: 0 };
  for (const found of collection.find(filter, sort, multi ? 0 : 1)) {
    result.before = decode(found.bytes);
    result.after = compiled.apply(result.before);
    if (collection.replace(found, result.after)) result.modified += 1;
    result.matched += 1;
  }
  if (result.matched === 0 && upsert) result.inserted = collection.insert(compiled.create());
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
