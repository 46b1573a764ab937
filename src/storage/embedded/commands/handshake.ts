import { MAX_DOCUMENT_BYTES } from '../bson-bytes.ts';
import { SESSION_MINUTES, sessionOf } from '../sessions.ts';
import { MAX_MESSAGE_BYTES } from '../wire.ts';
import type { Context, Handler } from './context.ts';

/**
 * https://www.mongodb.com/docs/manual/reference/command/hello/ The server presents itself as a mongos, the one kind
 * without members or elections to which drivers send retryable writes. Wire version 21 is MongoDB 7.0.
 */
export const hello: Handler = () => ({
  fields: {
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    msg: 'isdbgrid',
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    logicalSessionTimeoutMinutes: SESSION_MINUTES,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  },
});

export const ping: Handler = () => ({ fields: {} });

/** https://www.mongodb.com/docs/manual/reference/command/endSessions/ */
export const endSessions: Handler = (command, { sessions }: Context) => {
  const ended = command.endSessions;
  for (const lsid of Array.isArray(ended) ? ended : []) sessions.forget(sessionOf(lsid) ?? '');
  return { fields: {} };
};
