import { type Connection, Schema } from 'mongoose';

/** A key of a source, such as an ITSM tool. */
interface StoredSourceKey {
  /** The key's id, which may be shown; the secret may not. */
  _id: string;
  source: string;
  secret: string;
  createdAt: Date;
  /** From then on it is rejected; null while it is in use. */
  endsAt: Date | null;
}

const sourceKeySchema = new Schema<StoredSourceKey>(
  {
    _id: { type: String, required: true },
    source: { type: String, required: true },
    secret: { type: String, required: true },
    createdAt: { type: Date, required: true },
    endsAt: { type: Date, default: null },
  },
  { collection: 'sourceKeys', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

sourceKeySchema.index({ source: 1, createdAt: 1 });

/** The collection of intake source keys. */
export function sourceKeyModel(connection: Connection) {
  return connection.model('SourceKey', sourceKeySchema);
}
