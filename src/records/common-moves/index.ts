import type { Move } from '../declaration/move.ts';
import type { Post } from '../declaration/role.ts';
import type { State } from '../declaration/state.ts';
import { comment } from './comment.ts';
import { escalate } from './escalate.ts';
import { addEvidence } from './evidence.ts';
import { askExtension, declineExtension, grantExtension } from './extension.ts';
import { addFiles, fileRefused, fileStored } from './files.ts';
import { follow, unfollow } from './follow.ts';
import { handOver } from './hand-over.ts';
import { link } from './link.ts';
import { nudge } from './nudge.ts';
import { askOpinion, giveOpinion } from './opinion.ts';
import { recompute } from './recompute.ts';
import { snooze } from './snooze.ts';
import { undo } from './undo.ts';

/** The moves of every record type. */
export function commonMoves<Data>(
  states: Readonly<Record<string, State<Data>>>,
  posts: readonly Post<Data>[],
): Readonly<Record<string, Move<Data>>> {
  const all = Object.keys(states);
  const open = all.filter((name) => states[name]?.final !== true);
  return {
    undo: undo(all),
    grantExtension: grantExtension(states),
    declineExtension: declineExtension(states),
    giveOpinion: giveOpinion(open),
    addFiles: addFiles(all),
    fileStored: fileStored(all),
    fileRefused: fileRefused(all),
    comment: comment(all),
    askOpinion: askOpinion(open),
    askExtension: askExtension(states),
    nudge: nudge(open),
    snooze: snooze(open),
    escalate: escalate(all),
    link: link(all),
    follow: follow(open),
    unfollow: unfollow(all),
    addEvidence: addEvidence(all),
    handOver: handOver(open, posts),
    reckonAnew: recompute(open),
  };
}
