import type { RefreshOutcome, SendOutcome } from '../../../src/chat/port.ts';
import { AppError } from '../../../src/errors.ts';
import { readFailure, type SlackFailure } from '../failure.ts';

/** Codes that require an administrator to act; nothing was sent, and it can be once they have. */
const needsAdministrator = new Set([
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'org_login_required',
  'ekm_access_denied',
  'access_denied',
  'accesslimited',
  'team_access_not_granted',
  'team_added_to_org',
  'two_factor_setup_required',
]);
const ADMINISTRATOR_WAIT_MS = 15 * 60_000;

/** Codes by which Slack says that part of a call may have taken effect. https://docs.slack.dev/reference/methods/chat.postMessage#errors (2026-11-23) */
const perhapsDone = new Set(['fatal_error', 'internal_error', 'service_unavailable']);
const RETRY_MS = 5_000;
const RATE_LIMITED = 'ratelimited';

type Later = Extract<SendOutcome, { outcome: 'later' }>;

/** The outcome of a post that threw. A rejected token does not lose the message: it waits for the administrator. */
export function sendOutcome(error: unknown): SendOutcome {
  if (isUnfit(error)) return { outcome: 'refused', reason: error.message };
  const failure = readFailure(error);
  const later = laterOutcome(failure);
  if (later) return later;
  if (failure.kind === 'code' && !perhapsDone.has(failure.code)) return { outcome: 'refused', reason: failure.code };
  return { outcome: 'unknown', reason: reasonOf(failure) };
}

/** The outcome of a call before the post that threw: nothing has been posted in any case. */
export function outcomeBeforeSend(error: unknown): SendOutcome {
  const outcome = sendOutcome(error);
  if (outcome.outcome !== 'unknown') return outcome;
  return { outcome: 'later', afterMs: RETRY_MS, scope: 'workspace', reason: outcome.reason };
}

/** The outcome of a refresh that threw. One that is rejected permanently marks the place as gone: it would be rejected each time. */
export function refreshOutcome(error: unknown): RefreshOutcome {
  const outcome = sendOutcome(error);
  switch (outcome.outcome) {
    case 'later':
      // Updates are rate limited by method and workspace. https://docs.slack.dev/apis/web-api/rate-limits (2026-12-01)
      return outcome.reason === RATE_LIMITED ? { ...outcome, scope: 'workspace' } : outcome;
    case 'refused':
      return { outcome: 'gone', reason: outcome.reason };
    case 'unknown':
      return { outcome: 'later', afterMs: RETRY_MS, scope: 'channel', reason: outcome.reason };
    case 'sent':
      return { outcome: 'done' };
    default:
      return outcome satisfies never;
  }
}

function laterOutcome(failure: SlackFailure): Later | null {
  switch (failure.kind) {
    case 'limited':
      // Posting is rate limited per channel first. https://docs.slack.dev/apis/web-api/rate-limits (2026-11-23)
      return { outcome: 'later', afterMs: failure.afterMs, scope: 'channel', reason: RATE_LIMITED };
    case 'unsent':
      return { outcome: 'later', afterMs: RETRY_MS, scope: 'workspace', reason: failure.reason };
    case 'code':
      if (!needsAdministrator.has(failure.code)) return null;
      return { outcome: 'later', afterMs: ADMINISTRATOR_WAIT_MS, scope: 'workspace', reason: failure.code };
    case 'unclear':
      return null;
    default:
      return failure satisfies never;
  }
}

function reasonOf(failure: SlackFailure): string {
  switch (failure.kind) {
    case 'code':
      return failure.code;
    case 'limited':
      return RATE_LIMITED;
    default:
      return failure.reason;
  }
}

function isUnfit(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'slack.unfit';
}
