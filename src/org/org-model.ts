import { type Connection, Schema } from 'mongoose';

/** One document: the organization's data as plain content, parsed by zod on load, with a version that guards writes. */
const orgDocumentSchema = new Schema(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    content: { type: Schema.Types.Mixed, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'org', versionKey: false, strict: 'throw', minimize: false, autoIndex: false, autoCreate: false },
);

/** An identity linked at run time. */
const identitySchema = new Schema(
  {
    platform: { type: String, required: true },
    workspace: { type: String, required: true },
    userId: { type: String, required: true },
    personId: { type: String, required: true },
    linkedAt: { type: Date, required: true },
    /** How it was linked: `email`, `mobile`, or the id of the administrator who linked it. */
    linkedBy: { type: String, required: true },
  },
  { collection: 'identities', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
identitySchema.index({ platform: 1, workspace: 1, userId: 1 }, { unique: true });

/** The collection that holds the organization. */
export function orgModel(connection: Connection) {
  return connection.model('Org', orgDocumentSchema);
}

/** The collection of identities linked at run time. */
export function identityModel(connection: Connection) {
  return connection.model('Identity', identitySchema);
}
