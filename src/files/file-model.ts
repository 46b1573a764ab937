import { type Connection, Schema } from 'mongoose';

/** The name of the GridFS bucket: its collections are `files.files` and `files.chunks`. */
export const BUCKET = 'files';

const options = { versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false } as const;

/** https://www.mongodb.com/docs/manual/core/gridfs/#the-files-collection; the driver writes these. */
const fileSchema = new Schema(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    length: { type: Number, required: true },
    chunkSize: { type: Number, required: true },
    uploadDate: { type: Date, required: true },
    filename: { type: String, required: true },
    metadata: {
      /** The owner and a hash of the content; until both are known, the file's own id. Unique: the same content is kept once per owner. */
      key: { type: String, required: true },
      owner: { type: String, default: null },
      sha256: { type: String },
      type: { type: String },
    },
  },
  { ...options, collection: `${BUCKET}.files` },
);
fileSchema.index({ 'metadata.key': 1 }, { unique: true });

const chunkSchema = new Schema(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    files_id: { type: Schema.Types.ObjectId, required: true },
    n: { type: Number, required: true },
    data: { type: Buffer, required: true },
  },
  { ...options, collection: `${BUCKET}.chunks` },
);
chunkSchema.index({ files_id: 1, n: 1 }, { unique: true });

/** The metadata of files. */
export function fileModel(connection: Connection) {
  return connection.model('File', fileSchema);
}

/** The content of files, in chunks. */
export function chunkModel(connection: Connection) {
  return connection.model('FileChunk', chunkSchema);
}
