import mongoose, { type Connection } from 'mongoose';
import { z } from 'zod';

/** A separate connection to an existing database that counts the documents read over it. */
export interface CountedReads {
  readonly connection: Connection;
  /** How many documents have been read since the last query; the result of a count is not one. */
  taken(): number;
  stop(): Promise<void>;
}

const batch = z.array(z.looseObject({}));
/** The answer to a find or an aggregate: https://www.mongodb.com/docs/manual/reference/command/find/#output */
const replySchema = z.looseObject({
  cursor: z.looseObject({ firstBatch: batch.default([]), nextBatch: batch.default([]) }),
});

/** Opens one. */
export async function countReads({ host, port, name }: Connection): Promise<CountedReads> {
  const options = { dbName: name, monitorCommands: true };
  const connection = await mongoose.createConnection(`mongodb://${host}:${port}`, options).asPromise();
  let count = 0;
  connection.getClient().on('commandSucceeded', ({ commandName, reply }) => {
    const read = commandName === 'aggregate' ? undefined : replySchema.safeParse(reply).data;
    count += read ? read.cursor.firstBatch.length + read.cursor.nextBatch.length : 0;
  });
  return {
    connection,
    taken() {
      const taken = count;
      count = 0;
      return taken;
    },
    stop: () => connection.close(),
  };
}
