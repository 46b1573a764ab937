import { moveKey, moveOf } from '../declaration/all-moves.ts';
import type { FollowUp, News } from '../declaration/follow-up.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { type Common, commonSchema } from '../shape/common.ts';
import type { EffectIntent } from '../shape/effect.ts';
import type { RecordOf } from '../shape/record.ts';
import type { Undo } from '../shape/undo-data.ts';
import { recomputed } from './recompute.ts';
import { placed } from './settle.ts';

/** What must be kept of the record before a move so that its actor can undo it. */
export function undoOf(
  before: RecordOf<unknown>,
  after: RecordOf<unknown>,
  { move, by, intents }: { readonly move: string; readonly by: string; readonly intents: readonly EffectIntent[] },
  { org, now }: RecordContext,
): Undo {
  const { state, round, due, clocks, data } = before;
  const until = new Date(now.getTime() + org.settings.undoMinutes * 60_000);
  const common = changedParts(before.common, after.common);
  const toldIds = intents.flatMap((intent) =>
    intent.kind === 'post' && intent.personId !== undefined ? [intent.personId] : [],
  );
  return { move, by, until, state, round, due, clocks, data, common, toldIds: [...new Set(toldIds)] };
}

const changedParts = (before: Common, after: Common): Partial<Common> =>
  Object.fromEntries(
    Object.entries({ ...after, ...before }).filter(
      ([part, value]) => JSON.stringify(value) !== JSON.stringify(after[part as keyof Common]),
    ),
  );

/** The record as it was before: state, round, deadline and clocks as if the move had not been made. Its history continues. */
export function restored<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  { state, round, due, clocks, data, common }: Undo,
  circumstances: RecordContext,
): RecordOf<Data> {
  const before = {
    ...record,
    state,
    round,
    due,
    clocks,
    data: type.data.parse(data),
    common: commonSchema.parse({ ...record.common, ...common }),
    version: record.version + 1,
  };
  // The year's calendar may have been published since.
  return placed(type, recomputed(before, circumstances.org), circumstances);
}

/** What follows from undoing a move: its signals are reversed, and everyone told about it is told about the undo. */
export function consequencesOfUndo<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  { move, by, toldIds }: Undo,
): { readonly news: News[]; readonly followUps: readonly FollowUp[] } {
  const params = {
    number: record.number,
    person: { person: by },
    done: { message: moveKey(type.type, 'done', move) },
  };
  return {
    news: [{ to: toldIds, key: 'record.news.undone', params }],
    followUps: moveOf(type, move)?.undoFollowUps?.(record) ?? [],
  };
}
