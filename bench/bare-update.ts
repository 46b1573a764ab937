import { randomUUID } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import { load, type Measured } from './measure.ts';

const schema = new Schema(
  { _id: String, version: Number, state: String, history: [Schema.Types.Mixed], data: Schema.Types.Mixed },
  { versionKey: false },
);

/** Loads a document and saves it by an update guarded by its version, acknowledged by the majority: nothing else. */
export async function bareUpdate(uri: string, clients: number, times: number): Promise<Measured> {
  const connection = await mongoose.createConnection(uri, { w: 'majority' }).asPromise();
  try {
    const model = connection.model('Bare', schema);
    const history = Array.from({ length: 8 }, (_none, at) => ({ at, said: 'a decision of a finding '.repeat(20) }));
    const ids = Array.from({ length: times }, () => randomUUID());
    await model.insertMany(ids.map((_id) => ({ _id, version: 1, state: 'submitted', history, data: { title: 'x' } })));
    return await load(clients, times, async (turn) => {
      const _id = ids[turn] ?? '';
      const found = await model.findOne({ _id }).lean();
      const saved = await model.updateOne(
        { _id, version: found?.version ?? 0 },
        { $set: { version: 2, state: 'acting' }, $push: { history: history[0] } },
      );
      if (saved.matchedCount !== 1) throw new Error('not saved');
    });
  } finally {
    await connection.close();
  }
}
