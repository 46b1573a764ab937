import { dayOf } from '../../calendar/day.ts';
import { siteOf } from '../decide/due.ts';
import { move } from '../declaration/declare-move.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { RecordOf } from '../shape/record.ts';
import { owner, reader } from './common-roles.ts';

/** 催办: asks the owners to act; once a day, so that it stays friendly. */
export const nudge = <Data>(from: readonly string[]) =>
  move<Data>({
    from,
    by: [reader],
    not: [owner],
    secondary: true,
    offered: ({ ownerIds }) => ownerIds.length > 0,
    check(record, _nothing, circumstances) {
      if (record.ownerIds.length === 0) return { key: 'record.refusal.nobodyToNudge' };
      const { nudge: last } = record.common;
      return last?.day === today(record, circumstances)
        ? { key: 'record.refusal.nudgedToday', params: { person: { person: last.by } } }
        : null;
    },
    applyCommon: (record, _nothing, who) => ({
      ...record.common,
      nudge: { by: who.actorId ?? '', day: today(record, who) },
    }),
    news: ({ number, ownerIds, common }) => [
      { to: ownerIds, key: 'record.news.nudge', params: { number, person: { person: common.nudge?.by ?? '' } } },
    ],
  });

const today = (record: RecordOf<unknown>, { org, now }: RecordContext) =>
  dayOf(now, org.calendarOf(siteOf(record, org)).zone);
