import { statementsOf } from '../allow-list.ts';
import { decode } from '../bson-bytes.ts';
import { asMongoError, MongoError, notSupported } from '../mongo-error.ts';
import { compileUpdate } from '../update.ts';
import { countArgument, type Doc, documentArgument } from '../values.ts';
import type { Context, Handler } from './context.ts';

/** https://www.mongodb.com/docs/manual/reference/command/insert/ */
export const insert: Handler = (command, { catalog, database }) => {
  const documents = command.documents ?? [];
  if (!Array.isArray(documents) || !documents.every((one) => Buffer.isBuffer(one))) {
    throw new MongoError(14, 'documents must be an array of objects');
  }
  if (documents.length === 0) throw new MongoError(2, 'Write batch sizes must be at least 1');
  const collection = catalog.ensure(database, command.insert);
  let n = 0;
  const writeErrors = inTurn(command, documents, (document) => {
    collection.insertBytes(document);
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
    const filter = documentArgument(q, 'q');
    for (const found of collection.find({ filter, limit: countArgument(limit, 'limit') })) {
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
  const answered = command.new === true ? after : before;
  const lastErrorObject = {
    n: inserted ? 1 : matched,
    updatedExisting: matched > 0,
    ...(inserted ? { upserted: inserted._id } : {}),
  };
  const value = command.new === true && inserted ? inserted : answered && decode(answered);
  return { fields: { lastErrorObject, value: value ?? null } };
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
  before?: Buffer;
  after?: Buffer;
}

function updateDocuments({ catalog, database }: Context, name: unknown, statement: UpdateStatement): UpdateResult {
  const { multi, upsert, update: _update, ...wanted } = statement;
  const compiled = compileUpdate(statement.filter, statement.update);
  const collection = upsert ? catalog.ensure(database, name) : catalog.look(database, name);
  const result: UpdateResult = { matched: 0, modified: 0 };
  for (const found of collection.find({ ...wanted, limit: multi ? 0 : 1 })) {
    result.before = found.bytes;
    result.after = collection.change(found, compiled);
    if (result.after !== result.before) result.modified += 1;
    result.matched += 1;
  }
  if (result.matched === 0 && upsert) result.inserted = collection.insert(compiled.create());
  return result;
}

/** Runs the statements of one command one after the other; if they are ordered, the first error ends it. */
function inTurn<Statement>(
  command: Doc,
  statements: readonly Statement[],
  run: (statement: Statement, index: number) => void,
): Doc {
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
