import { type Connection, Schema } from 'mongoose';
import type { Card } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';

/** A stored console message. */
interface StoredConsoleMessage {
  _id: string;
  /** Always the same: the field that queries over all messages test for equality. */
  workspace: string;
  key: string;
  space: string;
  position: number;
  sequence: number;
  /** Every sequence the message ever had. None is reused, so a later change can never get a number that was already passed. */
  taken: number[];
  card: Card;
  locale: Locale;
  postedAt: Date;
}

const messageSchema = new Schema<StoredConsoleMessage>(
  {
    _id: { type: String, required: true },
    workspace: { type: String, required: true },
    key: { type: String, required: true },
    space: { type: String, required: true },
    position: { type: Number, required: true },
    sequence: { type: Number, required: true },
    taken: { type: [Number], required: true },
    card: { type: Schema.Types.Mixed, required: true },
    locale: { type: String, required: true },
    postedAt: { type: Date, required: true },
  },
  {
    collection: 'console_messages',
    versionKey: false,
    strict: 'throw',
    minimize: false,
    autoIndex: false,
    autoCreate: false,
  },
);

// Every query names one of these, and tests its first field for equality.
messageSchema.index({ key: 1 }, { unique: true });
messageSchema.index({ workspace: 1, sequence: 1 });
messageSchema.index({ workspace: 1, taken: 1 }, { unique: true });
messageSchema.index({ space: 1, position: 1 });

/** The collection of console messages. */
export function consoleMessageModel(connection: Connection) {
  return connection.model('ConsoleMessage', messageSchema);
}
