import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { canRecompute } from '../../src/records/decide/recompute.ts';
import type { Records } from '../../src/records/records.ts';
import type { ProvisionalRow } from '../../src/records/store/provisional-repository.ts';

const actor = { kind: 'system', name: 'calendar' } as const;

interface Parts {
  readonly records: Pick<Records, 'perform'>;
  readonly provisional: () => AsyncIterable<ProvisionalRow>;
  readonly organisation: () => Promise<Organisation>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether the program is ending; the rest is computed after the next start. */
  readonly stopping: () => boolean;
}

/**
 * Computes provisional deadlines again once the calendar of their year is known, each with a move by the system. The returned function
 * is called every minute. It checks when the program starts, which may have brought a new year's data, when the organization's
 * calendars have changed, and every hour: another process may still use an older year.
 */
export function createRecompute({
  records,
  provisional,
  organisation,
  clock,
  log,
  stopping,
}: Parts): () => Promise<void> {
  let seen: string | null = null;
  return async () => {
    const org = await organisation();
    const hour = clock.now().toISOString().slice(0, 13);
    const sight = JSON.stringify([hour, org.data.sites]);
    if (sight === seen) return;
    for await (const row of provisional()) {
      if (stopping()) return;
      if (canRecompute(row, org)) await recompute(records, row, log);
    }
    // Skipped next time only if it ran to the end.
    seen = sight;
  };
}

/** The version distinguishes attempts: another replica that handles the same record makes the same move. */
async function recompute(records: Parts['records'], { id, version }: ProvisionalRow, log: Logger): Promise<void> {
  const interaction = `reckon-anew:${id}:${version}`;
  const request = { move: 'reckonAnew', answers: {}, actor, interaction, round: null };
  const { verdict, record } = await records.perform({ id }, request);
  // Rejected: another replica was first, or the record has been closed since.
  if (verdict.verdict === 'errors') throw new AppError('calendar.notReckoned', { number: record.number });
  if (verdict.verdict === 'done') log.info({ record: record.number }, 'provisional deadline reckoned anew');
}
