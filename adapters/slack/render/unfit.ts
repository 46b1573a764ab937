import { AppError } from '../../../src/errors.ts';

/** Ends a rendering that would be beyond a limit of Slack and must not be shortened: an id, a value, a whole card. */
export function refuseBeyond(what: string, length: number, most: number): void {
  if (length > most) throw new AppError('slack.unfit', { what, length, most });
}
