import { decode, encode } from '../bson-bytes.ts';
import { MongoError } from '../mongo-error.ts';
import { compileProjection } from '../project.ts';
import { compileQuery } from '../query.ts';
import { type Doc, documentArgument } from '../values.ts';
import type { Handler } from './context.ts';
import { removeOne, updateDocuments } from './write.ts';

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
    const found = removeOne(context.catalog.collection(context.database, name), filter, sort);
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
