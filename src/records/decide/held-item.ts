import type { MessageKey } from '../../i18n/translate.ts';
import type { RecordType } from '../declaration/record-type.ts';
import type { RecordOf } from '../shape/record.ts';

/** A person's part in an open record, which must be handed over when they leave. */
export interface HeldItem {
  readonly number: string;
  /** Empty for a restricted record: a list of holdings must not reveal it. */
  readonly title: string;
  /** The labels of their posts. */
  readonly as: readonly MessageKey[];
  /** It is assigned to them by name, or they are the only owner: a successor must be named. */
  readonly alone: boolean;
}

/** What a person holds in a record; null if nothing, or if the record is closed. */
export function heldItem<Data>(type: RecordType<Data>, record: RecordOf<Data>, personId: string): HeldItem | null {
  if (!record.open) return null;
  const named = (type.posts ?? []).filter((post) => post.holders(record).includes(personId)).map(({ label }) => label);
  const asked = record.common.opinions.some(({ of, answer }) => of === personId && answer === undefined);
  const owners = new Set([...record.ownerIds, ...record.dutyOwnerIds]);
  const opinion: MessageKey[] = asked ? ['record.role.asked'] : [];
  const owned: MessageKey[] = owners.has(personId) && named.length === 0 && !asked ? ['record.role.owner'] : [];
  const as = [...named, ...opinion, ...owned];
  if (as.length === 0) return null;
  const alone = named.length > 0 || asked || (record.ownerIds.includes(personId) && record.ownerIds.length === 1);
  return { number: record.number, title: record.restricted ? '' : type.title(record.data), as, alone };
}
