import { AppError } from '../../src/errors.ts';

/** Why the console rejected a request; the page has a text for each. */
export type RequestRefusal =
  | 'foreign'
  | 'invalid'
  | 'tooLarge'
  | 'unknownPerson'
  | 'unknownSpace'
  | 'unknownMessage'
  | 'notReady'
  | 'fileEmpty'
  | 'fileTooLarge'
  | 'fileType';

/** A rejected request, with its HTTP status. */
export class ConsoleError extends AppError {
  readonly refusal: RequestRefusal;
  readonly statusCode: number;

  constructor(refusal: RequestRefusal, statusCode: number) {
    super(`console.${refusal}`, { status: statusCode });
    this.name = 'ConsoleError';
    this.refusal = refusal;
    this.statusCode = statusCode;
  }
}
