import type { MessageKey } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { RecordOf } from '../shape/record.ts';
import type { FollowUp } from './follow-up.ts';

/** A role in a record's life. Its holders come from our organization, never from the platform. */
export interface Role<Data> {
  readonly id: string;
  readonly label: MessageKey;
  /** The ids of the people who hold the role for this record. */
  holders(record: RecordOf<Data>, org: Organisation): readonly string[];
  /** If nobody holds it, nobody does: the organization's chain does not apply. */
  readonly alone?: true;
}

/** Where a record's data names a person who has work to do on it. When they leave the company, a successor is named. */
export interface Post<Data> {
  readonly label: MessageKey;
  holders(record: RecordOf<Data>): readonly string[];
  replace(record: RecordOf<Data>, from: string, to: string): Data;
  /** Notifications to other records. */
  followUps?(after: RecordOf<Data>): readonly FollowUp[];
}
