import { ClassicLevel } from 'classic-level';
import { type Db, MongoClient, ObjectId } from 'mongodb';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute));

interface Thing {
  _id: string;
  number: string;
  state?: string;
  dueAt?: Date | null;
  title?: string;
  tags?: string[];
  effects?: { key: string; state?: string; attempts: number; at?: Date }[];
  holder?: { id: ObjectId; share: number };
  late?: boolean;
  revision?: number;
  value?: number;
}

async function write(db: Db): Promise<void> {
  const things = db.collection<Thing>('things');
  await things.createIndex({ state: 1, dueAt: -1 });
  await things.createIndex({ number: 1 }, { unique: true });
  await things.createIndex({ tags: 1, title: 1 });
  for (let count = 0; count < 40; count++) {
    await things.insertOne({
      _id: `thing-${count}`,
      number: `FI-2026-${String(count).padStart(4, '0')}`,
      state: count % 3 === 0 ? 'open' : 'closed',
      dueAt: count % 5 === 0 ? null : at(count),
      title: `第 ${count} 项`,
      tags: ['a', `b${count % 4}`],
      effects: [{ key: 'card', state: 'waiting', attempts: 0, at: at(count) }],
      holder: { id: new ObjectId(count.toString(16).padStart(24, '0')), share: count / 7 },
    });
  }
  const one = { effects: { $elemMatch: { key: 'card' } } };
  for (let count = 0; count < 40; count += 2) {
    const filter = { _id: `thing-${count}` };
    await things.updateOne(filter, { $set: { state: 'closed', title: 'x'.repeat(count * 9) }, $inc: { revision: 1 } });
    await things.updateOne({ ...filter, ...one }, { $set: { 'effects.$.state': 'sent' } });
    await things.updateOne(filter, { $push: { effects: { key: `later-${count}`, attempts: 1 } } });
    await things.updateOne(filter, { $pull: { effects: { attempts: 0 } }, $unset: { holder: '' } });
    await things.updateOne(filter, { $push: { tags: { $each: ['c', 'd'] } }, $set: { dueAt: at(count + 1) } });
  }
  await things.updateMany({ state: 'open' }, { $set: { late: true, 'holder.share': 1 } });
  await things.findOneAndUpdate(
    { _id: 'counter' },
    { $inc: { value: 1 }, $setOnInsert: { number: 'none' } },
    { upsert: true },
  );
  await things.deleteMany({ _id: { $in: ['thing-3', 'thing-4'] } });
}

/** Sends a server the same writes, one after another, in the database `plain`: of every kind that the product sends. */
export async function sendPlainWrites(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    await write(client.db('plain'));
  } finally {
    await client.close();
  }
}

/** The content of a folder that no server has open, without the driver's sessions, which are random: keys, and values in base64. */
export async function readFolder(folder: string): Promise<Record<string, string>> {
  const level = new ClassicLevel<string, Buffer>(folder, { keyEncoding: 'utf8', valueEncoding: 'buffer' });
  await level.open();
  const entries = await level.iterator().all();
  await level.close();
  const lasting = entries.filter(([key]) => !key.startsWith('session/'));
  return Object.fromEntries(lasting.map(([key, value]) => [key, value.toString('base64')]));
}
