import { dueRemindersContent, type ReminderItem } from '../../jobs/due-reminders/content.ts';
import { dueReminders } from '../../jobs/due-reminders.ts';
import { endOfDay } from '../../src/calendar/day.ts';
import { instantAt } from '../../src/calendar/instant-at.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { createRegistry } from '../../src/records/registry.ts';
import type { DueItem } from '../../src/records/shape/due-query.ts';
import { noFacts, noReports } from '../support/no-reports.ts';
import { testOrganisation } from '../support/organisation.ts';

/** Whatever a morning is sent by. */
export const routes = new Set(['console:local']);
/** An organisation in which nobody is away. */
export const org = testOrganisation({ deputies: [] });

/** Something that is due on a day. */
export const due = (number: string, day: string, ownerIds: string[], changes: Partial<DueItem> = {}): DueItem => ({
  number,
  type: 'finding',
  title: `标题 ${number}`,
  round: 0,
  duty: null,
  ownerIds,
  departmentId: 'omd',
  dueAt: endOfDay(day, 'Asia/Shanghai'),
  day,
  provisional: false,
  wants: null,
  restricted: false,
  readerIds: [],
  snoozes: [],
  escalations: [],
  ...changes,
});

/** What the morning of a day at a site comes to. */
export async function morning(day: string, records: readonly DueItem[], of: Organisation = org, scope = 'main') {
  const now = instantAt(day, '08:30', of.site(scope)?.zone ?? '');
  const dues = { dueUntil: async (until: Date) => records.filter(({ dueAt }) => dueAt <= until) };
  const turn = { job: 'due-reminders', scope, period: day, dueAt: now, until: now };
  return dueReminders.run(turn, {
    org: of,
    now,
    routes,
    dues,
    reports: noReports,
    facts: noFacts,
    registry: createRegistry([]),
  });
}

/** The reminders of a day, by person. */
export async function remind(day: string, records: readonly DueItem[], of: Organisation = org, scope = 'main') {
  const intents = await morning(day, records, of, scope);
  return new Map(
    intents.flatMap((intent) =>
      intent.kind === 'post'
        ? [[intent.personId ?? '', { ...intent, content: dueRemindersContent.parse(intent.content) }]]
        : [],
    ),
  );
}

/** What is listed, each with the days that it is over and ahead. */
export const listed = (items: readonly ReminderItem[] | undefined) =>
  items?.map(({ number, overBy, dueIn }) => `${number} ${overBy} ${dueIn}`);
