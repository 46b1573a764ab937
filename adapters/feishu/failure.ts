import { AppError } from '../../src/errors.ts';

/**
 * What is known about a failed call:
 * - `unreached`: it certainly never arrived;
 * - `unanswered`: it may have been carried out; the response was lost, late or unreadable;
 * - `answered`: Feishu rejected it, with a code.
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

/** A failed call to Feishu. Holds codes only: no token, no card text. */
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

/** A thrown value as a failure; anything unforeseen counts as a call with an unknown outcome. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FeishuFailure) return error.failure;
  return { kind: 'unanswered', reason: error instanceof Error ? error.name : 'unknown' };
}
