import type { MessageKey } from './i18n/translate.ts';

/** Facts attached to an error: plain values only, never a secret and never text written by a person. */
export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/** An error with a stable code, facts and a cause. A developer reads it in the log; a user sees a reference number instead. */
export class AppError extends Error {
  readonly code: string;
  readonly params: ErrorParams;

  constructor(code: string, params: ErrorParams = {}, cause?: unknown) {
    const facts = Object.entries(params).map(([key, value]) => `${key}=${value}`);
    super([code, ...facts].join(' '), cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}

/** An error whose text is shown to users: the code is a key of the message catalog, and the text says what to do. */
export class UserError extends AppError {
  constructor(code: MessageKey, params: ErrorParams = {}, cause?: unknown) {
    super(code, params, cause);
    this.name = 'UserError';
  }
}

/**
 * What a log says about a failure: code and facts for our own errors; for others the name, the code and where it happened, without the message, which
 * may quote a user's text. Includes the causes in the same form.
 */
export function failureFacts(error: unknown): Readonly<Record<string, unknown>> {
  const cause = error instanceof Error && error.cause !== undefined ? { cause: failureFacts(error.cause) } : {};
  if (error instanceof AppError) return { code: error.code, params: error.params, stack: error.stack, ...cause };
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null;
  return { name: error.name, ...(code !== null && { code }), stack: frames.join('\n'), ...cause };
}
