import { randomBytes } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';
import { AppError } from '../errors.ts';

const secretSchema = new Schema(
  { _id: { type: String, required: true }, value: { type: String, required: true } },
  { collection: 'secrets', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

/** A named secret, created on first use: the same for every process sharing the database. */
export async function sharedSecret(connection: Connection, name: string): Promise<Buffer> {
  const model = connection.model('Secret', secretSchema);
  const fresh = { $setOnInsert: { value: randomBytes(32).toString('hex') } };
  const kept = await model.findOneAndUpdate({ _id: name }, fresh, { upsert: true, returnDocument: 'after' }).lean();
  if (!kept) throw new AppError('files.noSecret');
  return Buffer.from(kept.value, 'hex');
}
