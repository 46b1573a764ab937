import { type Connection, Schema } from 'mongoose';

/** A file that is being stored, or is held only temporarily. */
interface StoredUpload {
  /** The file's id in GridFS, as hex. */
  _id: string;
  /** Always the same: the field that the search for expired uploads tests for equality. */
  kind: 'upload';
  /** The future owner: a record's id, or null if there is none yet. */
  owner: string | null;
  /** After this it is removed, unless its owner holds it by then. */
  until: Date;
}

const uploadSchema = new Schema<StoredUpload>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    owner: { type: String, default: null },
    until: { type: Date, required: true },
  },
  { collection: 'uploads', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

// Every query names one of these, and tests its first field for equality.
uploadSchema.index({ kind: 1, until: 1 });

/** The collection of files in progress. */
export function uploadModel(connection: Connection) {
  return connection.model('Upload', uploadSchema);
}
