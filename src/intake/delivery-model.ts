import { type Connection, Schema } from 'mongoose';

const deliverySchema = new Schema(
  {
    /** The source and the delivery's id: one that comes again finds itself here. */
    _id: { type: String, required: true },
    /** SHA-256 of the body, as hex. */
    hash: { type: String, required: true },
    receivedAt: { type: Date, required: true },
    /** `taken` while it is worked on, then `done`. */
    status: { type: String, required: true },
    /** Until then nobody else works on it. */
    leaseUntil: { type: Date, required: true },
    /** What was answered, for whoever asks again. */
    answer: { type: Schema.Types.Mixed, default: null },
  },
  {
    collection: 'deliveries',
    versionKey: false,
    strict: 'throw',
    minimize: false,
    autoIndex: false,
    autoCreate: false,
  },
);

deliverySchema.index({ status: 1, receivedAt: 1 });

/** The collection of deliveries from other tools. */
export function deliveryModel(connection: Connection) {
  return connection.model('Delivery', deliverySchema);
}
