import type { RefreshOutcome, SendOutcome } from '../../../src/chat/port.ts';
import { describeFailure, type Failure } from '../failure.ts';

type NotSent = Exclude<SendOutcome, { readonly outcome: 'sent' }>;

/**
 * Codes that mean "not now", with their scope and how long to wait if no header says so.
 * https://open.feishu.cn/document/ukTMukTMukTM/uUzN04SN3QjL1cDN (99991400),
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create (2300xx),
 * https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN (99991403: the month's calls are used up) (2026-11-23)
 */
const notNow: Readonly<Record<number, { readonly scope: 'channel' | 'workspace'; readonly afterMs: number }>> = {
  99991400: { scope: 'workspace', afterMs: 1_000 },
  11232: { scope: 'workspace', afterMs: 1_000 },
  99991403: { scope: 'workspace', afterMs: 3_600_000 },
  230020: { scope: 'channel', afterMs: 1_000 },
  230049: { scope: 'channel', afterMs: 1_000 },
};

/** Feishu could not be reached, or returned no token: all sending pauses briefly. */
const unreachedMs = 5_000;

const later = (failure: Failure, scope: 'channel' | 'workspace', afterMs: number) =>
  ({ outcome: 'later', afterMs, scope, reason: describeFailure(failure) }) as const;

/** The outcome of a failed post. `tokenless`: the post itself was never made. */
export function toSendOutcome(failure: Failure, tokenless: boolean): NotSent {
  if (tokenless || failure.kind === 'unreached') return later(failure, 'workspace', unreachedMs);
  if (failure.kind === 'unanswered') return { outcome: 'unknown', reason: failure.reason };
  const wait = notNow[failure.code];
  if (wait) return later(failure, wait.scope, failure.resetMs ?? wait.afterMs);
  if (failure.status === 429) return later(failure, 'workspace', failure.resetMs ?? 1_000);
  if (failure.status >= 500) return { outcome: 'unknown', reason: describeFailure(failure) };
  return { outcome: 'refused', reason: describeFailure(failure) };
}

/** The outcome of a failed refresh. It can be repeated, so an unknown outcome is just "later"; a rejection is final. */
export function toRefreshOutcome(failure: Failure, tokenless: boolean): RefreshOutcome {
  const outcome = toSendOutcome(failure, tokenless);
  switch (outcome.outcome) {
    case 'later':
      return outcome;
    case 'unknown':
      return later(failure, 'channel', unreachedMs);
    case 'refused':
      return { outcome: 'gone', reason: outcome.reason };
    default:
      return outcome satisfies never;
  }
}
