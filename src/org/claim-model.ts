import { type Connection, Schema } from 'mongoose';

/** A one-time code that makes a person administrator: only its hash is stored. */
const claimSchema = new Schema(
  {
    /** SHA-256 of the code, in hexadecimal. */
    _id: { type: String, required: true },
    /** The person it was made for; null if anyone in the organization may use it. */
    personId: { type: String, default: null },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
    usedBy: { type: String, default: null },
  },
  { collection: 'claims', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

/** The collection of one-time codes. */
export function claimModel(connection: Connection) {
  return connection.model('Claim', claimSchema);
}
