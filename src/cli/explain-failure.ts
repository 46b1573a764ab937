import { AppError, UserError } from '../errors.ts';
import { isMessageKey, translate } from '../i18n/translate.ts';

/** What to tell whoever started a command that could not be carried out: the message, its causes, and no stack. */
export function explainFailure(error: unknown): string {
  if (error instanceof UserError && isMessageKey(error.code)) {
    const params = Object.entries(error.params).map(([name, value]) => [name, String(value)] as const);
    return translate('en', error.code, Object.fromEntries(params));
  }
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\n  because: ${error.cause.message}` : '';
  return error instanceof AppError ? `${error.message}${cause}` : `${error.stack ?? error.message}${cause}`;
}
