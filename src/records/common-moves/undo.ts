import { move } from '../declaration/declare-move.ts';
import type { Role } from '../declaration/role.ts';
import { reader } from './common-roles.ts';

/** Whoever made the last decision, where it may be taken back; else every reader, who is told that there is nothing to undo. */
const undoer: Role<unknown> = {
  id: 'undoer',
  label: 'record.role.undoer',
  holders: (record, org) => (record.undo ? [record.undo.by] : reader.holders(record, org)),
  alone: true,
};

/** Takes the last decision back, within the time that the organisation gives: the record stands as it stood before. */
export const undo = <Data>(from: readonly string[]) =>
  move<Data>({
    from,
    by: [undoer],
    undoes: true,
    closes: true,
    offered: (record) => record.undo !== null,
    check(record, _nothing, { now }) {
      if (!record.undo) return { key: 'record.refusal.nothingToUndo' };
      return now <= record.undo.until
        ? null
        : { key: 'record.refusal.undoOver', params: { at: { instant: record.undo.until.toISOString() } } };
    },
  });
