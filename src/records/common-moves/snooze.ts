import { z } from 'zod';
import { type Day, dayOf } from '../../calendar/day.ts';
import { formatShortDay, formatWeekday } from '../../calendar/format.ts';
import { translate } from '../../i18n/translate.ts';
import { siteOf } from '../decide/due.ts';
import { moveWith } from '../declaration/declare-move.ts';
import { choiceField } from '../declaration/fields.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { Role } from '../declaration/role.ts';
import type { RecordOf } from '../shape/record.ts';

const snoozed = z.object({ until: z.iso.date() });

/** The people reminded of it: its owners, and those with another duty on it. */
const reminded: Role<unknown> = {
  id: 'reminded',
  label: 'record.role.owner',
  alone: true,
  holders: ({ ownerIds, dutyOwnerIds }) => [...ownerIds, ...dutyOwnerIds],
};

/** The working days a reminder may be postponed to, nearest first, by the calendar of the record's site. */
export function snoozeDays(record: RecordOf<unknown>, { org, now }: RecordContext): Day[] {
  const calendar = org.calendarOf(siteOf(record, org));
  const days: Day[] = [];
  for (let day = dayOf(now, calendar.zone); days.length < org.settings.reminders.snoozeDays; ) {
    day = calendar.nextWorkingDay(day);
    days.push(day);
  }
  return days;
}

/** 稍后提醒: one person is not reminded before a given day. The deadline stays, and so do the consequences of missing it. */
export const snooze = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof snoozed>>({
    from,
    by: [reminded],
    secondary: true,
    draft: true,
    asks: {
      schema: snoozed,
      fields: (record, view) => {
        const options = (record ? snoozeDays(record, view) : []).map((day) => ({
          value: day,
          label: dayWords(day, view.locale),
        }));
        const [first] = options;
        const question = { name: 'until', label: 'record.field.snoozeUntil', required: true } as const;
        return [choiceField(view.locale, question, options, first?.value)];
      },
    },
    check: (record, { until }, who) => {
      // A second press, made because no answer to the first was seen, adds no second entry.
      const isSame = record.common.snoozes.some((one) => one.personId === who.actorId && one.until === until);
      if (isSame) return { key: 'record.refusal.snoozedBefore', params: { day: { day: until } } };
      const days = snoozeDays(record, who);
      if (days.includes(until)) return null;
      return { key: 'record.refusal.snoozeTooLong', params: { day: { day: days.at(-1) ?? until } } };
    },
    applyCommon: ({ common }, { until }, { actorId }) => ({
      ...common,
      snoozes: [...common.snoozes.filter(({ personId }) => personId !== actorId), { personId: actorId ?? '', until }],
    }),
  });

/** "11月25日（星期三）" */
export function dayWords(day: Day, locale: Parameters<typeof formatShortDay>[1]): string {
  return `${formatShortDay(day, locale)}${translate(locale, 'reminder.weekday', { weekday: formatWeekday(day, locale) })}`;
}
