import { AppError } from '../../src/errors.ts';

/**
 * What can be known of a call that did not succeed:
 * - `unreached`: it surely never arrived;
 * - `unanswered`: it may have been carried out, the answer was lost, late or unreadable;
 * - `answered`: Feishu refused it, with a code.
 */
export type Failure =
  | { readonly kind: 'unreached'; readonly reason: string }
  | { readonly kind: 'unanswered'; readonly reason: string }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly code: number;
      readonly detail: string;
      readonly resetMs?: number;
    };

/** A call to Feishu that did not succeed. Holds codes only: no token, no text of a card. */
export class FeishuFailure extends AppError {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super('feishu.call', { kind: failure.kind, reason: describeFailure(failure) });
    this.name = 'FeishuFailure';
    this.failure = failure;
  }
}

/** A failure in a few words, for the log and for administrators. */
export function describeFailure(failure: Failure): string {
  return failure.kind === 'answered' ? `${failure.code}${failure.detail} (HTTP ${failure.status})` : failure.reason;
}

/** What was thrown as a failure; something unforeseen counts as a call whose outcome is unknown. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FeishuFailure) return error.failure;
  return { kind: 'unanswered', reason: error instanceof Error ? error.name : 'unknown' };
}
