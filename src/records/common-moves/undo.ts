import { move } from '../declaration/declare-move.ts';
import type { Role } from '../declaration/role.ts';
import { reader } from './common-roles.ts';

/** Who made the last decision, if it can be undone; otherwise every reader, who is told that there is nothing to undo. */
const undoer: Role<unknown> = {
  id: 'undoer',
  label: 'record.role.undoer',
  holders: (record, org) => (record.undo ? [record.undo.by] : reader.holders(record, org)),
  alone: true,
};

/** Undoes the last decision, within the time set by the organization: the record returns to its previous state. */
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
