/** Numbers and names as in https://www.mongodb.com/docs/manual/reference/error-codes/ */
const codeNames = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  26: 'NamespaceNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  171: 'CannotIndexParallelArrays',
  238: 'NotImplemented',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  15958: 'Location15958',
  31249: 'Location31249',
} as const;

export type ErrorCode = keyof typeof codeNames;

/** An error as MongoDB answers it; `details` are further fields of the answer, such as `keyPattern` of a duplicate key. */
export class MongoError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'MongoError';
    this.code = code;
    this.details = details;
  }

  get codeName(): string {
    return codeNames[this.code];
  }
}

/** What this server does not do is refused by its name, never guessed at or ignored. */
export function notSupported(name: string): MongoError {
  return new MongoError(238, `not supported by the embedded server: ${name}`);
}

/** Any thrown thing as an error that can be answered. */
export function asMongoError(thrown: unknown): MongoError {
  if (thrown instanceof MongoError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new MongoError(1, `the embedded server could not do this: ${message}`);
}
