import { type Connection, Schema } from 'mongoose';

const deliverySchema = new Schema(
  {
    /** The source and the delivery's id: a redelivery collides with it. */
    _id: { type: String, required: true },
    /** SHA-256 of the body, as hex. */
    hash: { type: String, required: true },
    receivedAt: { type: Date, required: true },
    /** `taken` while it is worked on, then `done`. */
    status: { type: String, required: true },
    /** No other process works on it before then. */
    leaseUntil: { type: Date, required: true },
    /** The response, for repeated deliveries. */
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
