import type { MessageKey } from './i18n/translate.ts';

/** Facts that go with an error: plain values only, never a secret and never a person's text. */
export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/**
 * An error with a stable code, facts and a cause. A developer reads it in the log; a person who meets one is shown a
 * reference number in its place.
 */
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

/** An error whose text a person is meant to read: the code is a key of the catalogue, and the text says what to do. */
export class UserError extends AppError {
  constructor(code: MessageKey, params: ErrorParams = {}, cause?: unknown) {
    super(code, params, cause);
    this.name = 'UserError';
  }
}

/**
 * What a log says of something that went wrong: the code and the facts of our own errors; of others the name, the code and where it
 * happened, without the message, which may quote what somebody wrote. The same of what caused it.
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
