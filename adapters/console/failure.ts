import { AppError } from '../../src/errors.ts';

/** Why the console turned a request down; the page has a text for each. */
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

/** A request that was turned down, with the HTTP status that says so. */
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
