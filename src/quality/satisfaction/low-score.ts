import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { raise, signal } from '../../records/shape/contract.ts';
import { contracts } from '../contracts.ts';

/** Whether a score is one that QED is to look at (settings). */
export const isLow = (
  score: number | undefined,
  { settings }: { readonly settings: { readonly lowScore: number } },
): boolean => score !== undefined && score <= settings.lowScore;

/** The finding that a low score proposes. */
export interface LowScore {
  /** The proposal's number: a child of whoever heard the customer. */
  readonly number: string;
  /** The record in which the customer's words stand. */
  readonly about: string;
  readonly title: string;
  readonly projectId: string | null;
  readonly customerId: string | null;
  readonly departmentId: string | null;
  /** What happened, a line each; what was not said is left out. */
  readonly facts: readonly (string | undefined)[];
}

/** What a decision made of a score. */
export interface ScoreTurn {
  readonly wasLow: boolean;
  readonly isLow: boolean;
  /** A finding was proposed for it before. */
  readonly known: boolean;
}

/**
 * The one rule for low scores (R30), whichever way they come: whoever hears the customer proposes a finding to QED, once. A score that is
 * taken back or corrected takes the proposal back, unless it is decided; one that is low again brings it back.
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
