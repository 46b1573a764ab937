import { type CommandName, checkCommandShape } from '../allow-list.ts';
import { asMongoError, MongoError } from '../mongo-error.ts';
import { sessionOf } from '../sessions.ts';
import { type Doc, isNumeric } from '../values.ts';
import { create, createIndexes, dropDatabase, listCollections, listIndexes } from './admin.ts';
import type { Context, Handler, Reply } from './context.ts';
import { explain } from './explain.ts';
import { endSessions, hello, ping } from './handshake.ts';
import { aggregate, find, getMore, killCursors } from './read.ts';
import { findAndModify, insert, remove, update } from './write.ts';

const handlers: Readonly<Record<CommandName, Handler>> = {
  hello,
  ismaster: hello,
  ping,
  endsessions: endSessions,
  insert,
  update,
  delete: remove,
  findandmodify: findAndModify,
  find,
  getmore: getMore,
  killcursors: killCursors,
  aggregate,
  explain,
  create,
  createindexes: createIndexes,
  listindexes: listIndexes,
  listcollections: listCollections,
  dropdatabase: dropDatabase,
};

/** Answers one command. A refusal or an error is an answer too; this does not throw. */
export function runCommand(command: Doc, context: Omit<Context, 'database'>): Reply {
  try {
    const handler = handlers[checkCommandShape(command)];
    const database = command.$db;
    if (typeof database !== 'string') throw new MongoError(9, 'a command must name its database in $db');
    const reply = runOnce(command, handler, { ...context, database });
    return { ...reply, fields: { ...reply.fields, ok: 1 } };
  } catch (error) {
    return errorReply(error);
  }
}

/** The answer to what went wrong. */
export function errorReply(error: unknown): Reply {
  const { code, codeName, message, details } = asMongoError(error);
  return { fields: { ok: 0, errmsg: message, code, codeName, ...details } };
}

/** A write with a number is done once, however often it is asked for. */
function runOnce(command: Doc, handler: Handler, context: Context): Reply {
  const session = sessionOf(command.lsid);
  const number = command.txnNumber;
  if (session === undefined || !isNumeric(number)) return handler(command, context);
  const known = context.sessions.answerTo(session, Number(number));
  if (known) return { fields: known };
  const reply = handler(command, context);
  context.sessions.remember(session, Number(number), reply.fields);
  return reply;
}
