import { AppError } from '../../../src/errors.ts';

/** Aborts a rendering that exceeds a Slack limit and must not be shortened: an id, a value, a whole card. */
export function refuseBeyond(what: string, length: number, most: number): void {
  if (length > most) throw new AppError('slack.unfit', { what, length, most });
}
