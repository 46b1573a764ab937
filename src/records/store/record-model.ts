import { type Connection, Schema } from 'mongoose';

const cardSchema = new Schema(
  {
    platform: String,
    workspace: String,
    channel: String,
    message: String,
    key: String,
    purpose: String,
    locale: String,
    personId: { type: String, default: null },
    shownVersion: Number,
    postedAt: Date,
  },
  { _id: false },
);

/** The fields of every document with effects; see `effect.ts` for their meaning. */
export const outboxFields = {
  /**
   * 1 while the outbox has work to do; otherwise 0, or 2 if it gave up on an effect. A scalar, so that the poll and the administrators' list of
   * failed effects are one index lookup each.
   */
  pending: { type: Number, required: true },
  /** When the outbox should look next. */
  nextAt: { type: Date, required: true },
  effects: { type: [Schema.Types.Mixed], required: true },
  /** Counts the writes to the document; absent if it was never changed. */
  revision: Number,
  /** Administrators' actions on failed effects; absent from most documents. See `dealing.ts`. */
  dealings: { type: [Schema.Types.Mixed], default: undefined },
  dealt: Boolean,
  dealtAt: Date,
} as const;

/** For finding the documents administrators acted on. */
export const dealtIndex = { dealt: 1, dealtAt: -1 } as const;

/** The fields lists and searches use to find a record; see `search/filing.ts`. */
const filingFields = {
  filed: { type: Number, default: 0 },
  order: { type: Number, default: 0 },
  tags: { type: [String], default: [] },
  terms: { type: [String], default: [] },
  closedAt: { type: Date, default: null },
  countedAt: { type: Date, default: null },
  promisedAt: { type: Date, default: null },
  actorIds: { type: [String], default: [] },
  deciderIds: { type: [String], default: [] },
  wantedAt: { type: Date, default: null },
  secondDutyAt: { type: Date, default: null },
  runsUntil: { type: Date, default: null },
  keptBy: { type: Date, default: null },
  figured: { type: Boolean, default: false },
} as const;

const recordSchema = new Schema(
  {
    _id: { type: String, required: true },
    type: { type: String, required: true },
    number: { type: String, required: true },
    origin: { type: String, required: true },
    state: { type: String, required: true },
    open: { type: Boolean, required: true },
    round: { type: Number, required: true },
    version: { type: Number, required: true },
    schemaVersion: { type: Number, required: true },
    title: { type: String, default: '' },
    ownerIds: { type: [String], required: true },
    ownedByChain: { type: String, default: null },
    departmentId: { type: String, default: null },
    parentNumber: { type: String, default: null },
    facets: { type: Schema.Types.Mixed, required: true },
    due: { type: Schema.Types.Mixed, default: null },
    dueAt: { type: Date, default: null },
    clocks: { type: [Schema.Types.Mixed], default: [] },
    duties: { type: [Schema.Types.Mixed], default: [] },
    wants: { type: String, default: null },
    dutyOwnerIds: { type: [String], default: [] },
    /** When the first duty is due; null if there is none. */
    dutyAt: { type: Date, default: null },
    restricted: { type: Boolean, default: false },
    readerIds: { type: [String], default: [] },
    ...filingFields,
    undo: { type: Schema.Types.Mixed, default: null },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, default: null },
    updatedAt: { type: Date, required: true },
    cards: { type: [cardSchema], required: true },
    /** When the first card must be reposted; null if none ever needs it. */
    renewAt: { type: Date, default: null },
    ...outboxFields,
    history: { type: [Schema.Types.Mixed], required: true },
    common: { type: Schema.Types.Mixed, default: () => ({}) },
    data: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'records', versionKey: false, strict: 'throw', minimize: false, autoIndex: false, autoCreate: false },
);

// Every query names one of these, and tests its first field for equality.
recordSchema.index({ number: 1 }, { unique: true });
recordSchema.index({ origin: 1 }, { unique: true });
recordSchema.index({ pending: 1, nextAt: 1 });
recordSchema.index(dealtIndex);
recordSchema.index({ open: 1, renewAt: 1 });
recordSchema.index({ open: 1, type: 1, dueAt: 1 });
recordSchema.index({ ownerIds: 1, open: 1, dueAt: 1 });
recordSchema.index({ dutyOwnerIds: 1, open: 1, dutyAt: 1 });
recordSchema.index({ type: 1, createdAt: -1 });
recordSchema.index({ type: 1, updatedAt: 1 });
recordSchema.index({ createdBy: 1, createdAt: -1 });
recordSchema.index({ 'cards.message': 1 });
recordSchema.index({ parentNumber: 1 });
recordSchema.index({ type: 1, order: 1, number: 1 });
recordSchema.index({ type: 1, tags: 1, order: 1, number: 1 });
recordSchema.index({ terms: 1 });
recordSchema.index({ filed: 1 });
recordSchema.index({ type: 1, countedAt: 1 });
recordSchema.index({ type: 1, promisedAt: 1 });
recordSchema.index({ actorIds: 1, wantedAt: 1, number: 1 });
recordSchema.index({ open: 1, type: 1, wantedAt: 1 });
recordSchema.index({ deciderIds: 1, wantedAt: 1, number: 1 });
recordSchema.index({ open: 1, restricted: 1, type: 1, departmentId: 1, dueAt: 1 });
recordSchema.index({ open: 1, restricted: 1, type: 1, departmentId: 1, dutyAt: 1 });
recordSchema.index({ open: 1, restricted: 1, secondDutyAt: 1 });
recordSchema.index({ open: 1, restricted: 1, type: 1, departmentId: 1, runsUntil: 1 });
recordSchema.index({ open: 1, restricted: 1, type: 1, state: 1, departmentId: 1, dueAt: 1 });
recordSchema.index({ type: 1, restricted: 1, departmentId: 1, keptBy: 1 });
recordSchema.index({ figured: 1, open: 1, type: 1, updatedAt: 1 });
recordSchema.index({ type: 1, restricted: 1, departmentId: 1, createdAt: 1 });

/** The collection of all records, of every type. */
export function recordModel(connection: Connection) {
  return connection.model('Record', recordSchema);
}
