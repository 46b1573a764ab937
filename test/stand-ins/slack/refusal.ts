/** What Slack answers with `ok: false`: an error code, and where it tells more, what is wrong at which place. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: readonly string[];

  constructor(code: string, details: readonly string[] = []) {
    super([code, ...details].join('; '));
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
