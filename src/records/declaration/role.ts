import type { MessageKey } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { RecordOf } from '../shape/record.ts';
import type { FollowUp } from './follow-up.ts';

/** A part in the life of a record. Its holders come from our organisation, never from the platform. */
export interface Role<Data> {
  readonly id: string;
  readonly label: MessageKey;
  /** The ids of the people who hold the role for this record. */
  holders(record: RecordOf<Data>, org: Organisation): readonly string[];
  /** Where nobody holds it, nobody does: the organisation's chain does not step in. */
  readonly alone?: true;
}

/** Where a record's data names somebody who has work with it. When they leave the company, somebody else is named. */
export interface Post<Data> {
  readonly label: MessageKey;
  holders(record: RecordOf<Data>): readonly string[];
  replace(record: RecordOf<Data>, from: string, to: string): Data;
  /** What another record must hear of it. */
  followUps?(after: RecordOf<Data>): readonly FollowUp[];
}
