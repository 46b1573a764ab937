import type { Clock } from '../../src/clock.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { siteOf } from '../../src/records/decide/due.ts';
import type { ElapsedRule } from '../../src/records/declaration/state.ts';
import type { Records } from '../../src/records/records.ts';
import type { Registry } from '../../src/records/registry.ts';
import type { Work } from '../../src/records/store/work-repository.ts';
import type { Announce, Announcement } from '../../src/schedule/announce.ts';
import { queueReminders, stepReached } from './reminder-steps.ts';

interface Parts {
  readonly records: Pick<Records, 'load'>;
  readonly work: Work;
  readonly registry: Registry;
  readonly organisation: () => Promise<Organisation>;
  readonly announce: Announce;
  readonly clock: Clock;
  /** Whether the program is ending; remaining people are reminded by the next sweep. */
  readonly stopping: () => boolean;
}

const JOB = 'clock-reminders';
/** How many keys are remembered, so that the database is not asked every minute about reminders already sent. */
const REMEMBERED = 5_000;

/**
 * Reminds people of their service clocks. Each reminder is recorded under a key of its record, deadline and step
 * in the same write as the message: sent exactly once, no matter which process sweeps or crashes.
 */
export function createClockReminding({ records, work, registry, organisation, announce, clock, stopping }: Parts) {
  const told = new Set<string>();
  async function tell(announcement: Announcement, org: Organisation): Promise<void> {
    const key = `${announcement.scope}:${announcement.period}`;
    if (told.has(key)) return;
    await announce(announcement, org);
    if (told.size >= REMEMBERED) told.clear();
    told.add(key);
  }

  return async (): Promise<void> => {
    const [org, now] = [await organisation(), clock.now()];
    for (const { type, states } of registry.all) {
      const rules = Object.entries(states).flatMap(([state, { due, queued }]) =>
        due?.kind === 'elapsed' && due.reminders ? [{ state, rule: due, queued }] : [],
      );
      if (rules.length === 0) continue;
      const running = await work.running(type);
      for (const { state, rule, queued } of rules) {
        const rows = running.filter((row) => row.state === state);
        const reminders = rule.reminders?.(org);
        if (!reminders) continue;
        if (queued) {
          for (const { personId, slot, counts } of queueReminders(rows, reminders, org, now)) {
            const content = { notice: 'queue-reminder', type, counts: [...counts] };
            const period = slot.toISOString();
            await tell({ job: JOB, scope: `${type}:${personId}`, period, to: [personId], content }, org);
          }
          continue;
        }
        for (const row of rows) {
          if (stopping()) return;
          const reached = stepReached(row, reminders, now);
          if (!reached) continue;
          const announcement = await announcementOf(type, row.number, rule, reached, org);
          if (announcement) await tell(announcement, org);
        }
      }
    }
  };

  async function announcementOf(
    type: string,
    number: string,
    rule: ElapsedRule<unknown>,
    { row, rung }: NonNullable<ReturnType<typeof stepReached>>,
    org: Organisation,
  ): Promise<Announcement | null> {
    const scope = number;
    const period = `${row.dueAt.toISOString()}:${rung}`;
    if (told.has(`${scope}:${period}`)) return null;
    const record = await records.load({ number });
    // Another user moved it on in the meantime.
    if (!record || record.state !== row.state || record.restricted) return null;
    const leads = rung === 'missed' ? (rule.reminders?.(org).missed?.holders(record, org) ?? []) : [];
    const isAtOnce = registry.get(type).states[record.state]?.atOnce?.(record.data) === true;
    const [kind = ''] = rung.split(/\d/);
    return {
      job: JOB,
      scope,
      period,
      to: [...new Set([...record.ownerIds, ...leads])],
      content: {
        notice: 'clock-reminder',
        number,
        type,
        title: row.title,
        state: row.state,
        rung: kind,
        left: Math.max(0, Math.round((row.dueAt.getTime() - clock.now().getTime()) / 60_000)),
        dueAt: row.dueAt.toISOString(),
        zone: org.calendarOf(siteOf(record, org)).zone,
      },
      ...(isAtOnce && { atOnce: true as const }),
    };
  }
}
