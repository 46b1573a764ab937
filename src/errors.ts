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
  constructor(code: string, params: ErrorParams = {}, cause?: unknown) {
    super(code, params, cause);
    this.name = 'UserError';
  }
}
