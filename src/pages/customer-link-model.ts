import { type Connection, Schema } from 'mongoose';

const linkSchema = new Schema(
  {
    /** The part of the address that identifies the link; its signature is computed and not stored. */
    _id: { type: String, required: true },
    purpose: { type: String, required: true },
    number: { type: String, required: true },
    contactId: { type: String, default: null },
    madeBy: { type: String, default: null },
    madeAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    withdrawnAt: { type: Date, default: null },
    uses: { type: Number, required: true },
  },
  { collection: 'customerLinks', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

linkSchema.index({ number: 1, purpose: 1, madeAt: 1 });

/** The collection of links given to customers. */
export function customerLinkModel(connection: Connection) {
  return connection.model('CustomerLink', linkSchema);
}
