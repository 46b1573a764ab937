import { z } from 'zod';
import { siteOf } from '../decide/due.ts';
import { moveWith } from '../declaration/declare-move.ts';
import { longTextField, peopleOptions, personField } from '../declaration/fields.ts';
import type { Role } from '../declaration/role.ts';
import { freeText } from '../shape/free-text.ts';
import { nextId } from '../shape/next-id.ts';
import { owner } from './common-roles.ts';

const question = z.object({ of: z.string().max(100), question: freeText(1000) });
const answer = z.object({ opinion: freeText(3000) });

/** People who were asked and have not answered. */
const asked: Role<unknown> = {
  id: 'asked',
  label: 'record.role.asked',
  alone: true,
  holders: ({ common }) => common.opinions.filter((one) => one.answer === undefined).map(({ of }) => of),
};

/** Asks for a colleague's opinion; it decides nothing, and the deadline runs on. */
export const askOpinion = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof question>>({
    from,
    by: [owner],
    secondary: true,
    asks: {
      schema: question,
      fields: (_record, { locale, org, viewer }) => [
        personField(
          locale,
          { name: 'of', label: 'record.field.opinionOf', required: true },
          peopleOptions(
            org.people.filter(({ id }) => id !== viewer),
            org,
            locale,
          ),
        ),
        longTextField(locale, { name: 'question', label: 'record.field.question', required: true, max: 1000 }),
      ],
    },
    check: ({ common }, { of }, { org }) => {
      if (!org.person(of)?.active) return { key: 'form.chooseOne' };
      const waits = common.opinions.some((one) => one.of === of && one.answer === undefined);
      return waits ? { key: 'record.refusal.opinionAsked', params: { person: { person: of } } } : null;
    },
    applyCommon: (record, { of, question: text }, { actorId, org, now }) => {
      const { common } = record;
      const calendar = org.calendarOf(siteOf(record, org));
      const due = calendar.addWorkingDays(now, org.settings.workingDays.opinion);
      const one = {
        id: nextId('O', common.opinions),
        askedBy: actorId ?? '',
        of,
        at: now.toISOString(),
        question: text,
        dueDay: due.day,
        ...(due.provisional && { provisionalDays: due.days }),
      };
      return { ...common, opinions: [...common.opinions, one] };
    },
    news: ({ number, common }, { of, question: text }) => [
      {
        to: [of],
        key: 'record.news.opinionAsked',
        params: { number, person: { person: common.opinions.at(-1)?.askedBy ?? '' }, text },
      },
    ],
  });

/** The opinion of a person who was asked. */
export const giveOpinion = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof answer>>({
    from,
    by: [asked],
    style: 'primary',
    asks: {
      schema: answer,
      intro: (record, { viewer }) =>
        record?.common.opinions.findLast((one) => one.of === viewer && one.answer === undefined)?.question ?? '',
      fields: (_record, { locale }) => [
        longTextField(locale, { name: 'opinion', label: 'record.field.opinion', required: true }),
      ],
    },
    applyCommon: ({ common }, { opinion }, { actorId, org, now }) => ({
      ...common,
      opinions: common.opinions.map((one) =>
        one.answer === undefined && (one.of === actorId || org.standIns(one.of, now).includes(actorId ?? ''))
          ? { ...one, answer: opinion, answeredAt: now.toISOString() }
          : one,
      ),
    }),
    news: ({ number, common }, { opinion }, { now }) => {
      const given = common.opinions.filter(({ answeredAt }) => answeredAt === now.toISOString());
      return given.map(({ askedBy, of }) => ({
        to: [askedBy],
        key: 'record.news.opinionGiven' as const,
        params: { number, person: { person: of }, text: opinion },
      }));
    },
  });
