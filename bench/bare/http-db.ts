/**
 * A decision with the bare driver: Node's server verifies the press, loads the real record by number, and saves it with a majority-acknowledged
 * update guarded by its version. Nothing else. Its database is given in MONGODB_URI.
 */
import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { serveSlack } from './verified-server.ts';

const { MONGODB_URI } = z.object({ MONGODB_URI: z.string() }).parse(process.env);
const pressSchema = z.object({ actions: z.array(z.object({ value: z.string() })).min(1) });
const valueSchema = z.object({ number: z.string() });
/** As long as what a decision adds to a history. */
const entry = { at: 1, said: 'a decision of a finding '.repeat(20) };

interface Stored {
  readonly _id: string;
  readonly number: string;
  readonly version: number;
  readonly history: readonly unknown[];
}

const client = await MongoClient.connect(MONGODB_URI, { w: 'majority', maxPoolSize: 100 });
const records = client.db().collection<Stored>('records');

serveSlack(async (payload) => {
  const [action] = pressSchema.parse(JSON.parse(payload)).actions;
  const { number } = valueSchema.parse(JSON.parse(action?.value ?? ''));
  const found = await records.findOne({ number });
  if (!found) throw new Error(`there is no ${number}`);
  const { _id, version } = found;
  const { matchedCount } = await records.updateOne(
    { _id, version },
    { $set: { version: version + 1, state: 'acting', updatedAt: new Date() }, $push: { history: entry } },
  );
  if (matchedCount !== 1) throw new Error('not saved');
});
