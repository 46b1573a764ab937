import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { raise, signal } from '../../records/shape/contract.ts';
import { contracts } from '../contracts.ts';

/** Whether QED must look at a score (settings). */
export const isLow = (
  score: number | undefined,
  { settings }: { readonly settings: { readonly lowScore: number } },
): boolean => score !== undefined && score <= settings.lowScore;

/** The finding proposed for a low score. */
export interface LowScore {
  /** The proposal's number: a child of the record that received the answer. */
  readonly number: string;
  /** The record that contains the customer's words. */
  readonly about: string;
  readonly title: string;
  readonly projectId: string | null;
  readonly customerId: string | null;
  readonly departmentId: string | null;
  /** What happened, one line each; empty lines are left out. */
  readonly facts: readonly (string | undefined)[];
}

/** How a decision changed a score. */
export interface ScoreTurn {
  readonly wasLow: boolean;
  readonly isLow: boolean;
  /** A finding was already proposed for it. */
  readonly known: boolean;
}

/**
 * The single rule for low scores (R30), from any channel: the record that receives the answer proposes a finding to QED, once. Withdrawing or
 * correcting the score withdraws the proposal unless it is decided; a score that is low again restores it.
 */
export function followLowScore({ wasLow, isLow: isStill, known }: ScoreTurn, proposed: () => LowScore): FollowUp[] {
  if (wasLow === isStill) return [];
  const { number, facts, ...place } = proposed();
  const text = facts
    .filter((line) => line !== undefined && line !== '')
    .join('\n')
    .slice(0, 1000);
  if (!isStill) return [signal(contracts.proposal.takeBack, { number }, {})];
  if (known) return [signal(contracts.proposal.proposeAgain, { number }, { facts: text })];
  const proposal = { cause: 'lowScore', ...place, title: place.title.slice(0, 200), facts: text } as const;
  return [raise(contracts.proposal.raise, proposal, { number })];
}
