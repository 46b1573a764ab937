import { drawCall, drawNoCall } from '../../commands/call-back/draw-call.ts';
import { drawCallBackLine } from '../../jobs/call-back-line/card.ts';
import { drawQueueReminder } from '../../jobs/clock-reminders/card.ts';
import type { Platform } from '../../src/chat/interaction.ts';
import { locales } from '../../src/i18n/locale.ts';
import { callBack } from '../../src/quality/call-back/call-back.ts';
import type { Queue } from '../../src/quality/call-back/queue.ts';
import { callBackIn, called, openCallDesk, type StateName } from '../quality/call-back/call-back-in.ts';
import { serving } from '../quality/incident/incident-in.ts';
import { MONDAY } from '../support/organisation.ts';
import { moveSamples } from './form-samples.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated, viewOn } from './seats.ts';

const org = seated(serving());

/** Who reads a call-back's card in a direct message, by its state. */
const readers: readonly (readonly [StateName, string])[] = [
  ['due', 'xu-fang'],
  ['taken', 'xu-fang'],
  ['reached', 'xu-fang'],
  ['unreached', 'xu-fang'],
  ['exempt', 'wang-lei'],
  ['void', 'xu-fang'],
];

/** The moves of a call-back that have a form, and who makes them. */
const askedOfCallBacks = { answer: 'xu-fang', later: 'xu-fang', passOn: 'xu-fang', exempt: 'wang-lei' } as const;

/** The call goes on after the customer complained. */
const opened = () => {
  const desk = openCallDesk();
  const record = called(desk, callBackIn(desk, 'taken'), 'xu-fang', 'complain');
  return called(desk, record, 'system', 'complained', { number: 'CP-2026-0001' });
};

const complained = () => {
  const desk = openCallDesk();
  const said = { score: '2', speed: '1', attitude: '4', complaint: 'yes', comment: '报修后两个小时才有人来。' };
  return called(desk, callBackIn(desk, 'taken'), 'xu-fang', 'answer', said);
};

/** The queue: a call with everything there can be, another matter of its contact among it, and the end of it. */
export function queueSamples(other = 'B 口通道门打不开 *[x](http://evil)*'): Sample[] {
  const data = callBackIn(openCallDesk(), 'due').data;
  const item = (about: string, title: string) => ({
    number: `${about}-C1`,
    dueAt: new Date('2026-11-24T02:00:00Z'),
    lastAt: new Date('2026-11-23T12:00:00Z'),
    data: { ...data, about, title },
  });
  const offered = item(data.about, data.title);
  const others = [item('IN-2026-0002', other)];
  const queue: Queue = {
    now: [offered, ...others],
    sleeping: { count: 3, from: new Date('2026-11-24T01:00:00Z') },
    again: { count: 1, from: new Date('2026-11-23T03:00:00Z') },
    elsewhere: 2,
  };
  const left = { number: 'IN-2026-0007-C1', said: 'IN-2026-0007-C1：非常满意', mayUndo: true };
  const person = org.person('xu-fang');
  if (!person) throw new Error('nobody calls');
  return locales.flatMap((locale): Sample[] => {
    const calling = (platform: Platform) => ({
      locale,
      now: MONDAY,
      org,
      person,
      customerPages: { reachable: () => true },
      view: viewOn(platform, { org, locale, viewer: person.id }),
    });
    const call = { offered, data, others, last: 4 as const };
    const nothing: Queue = { ...queue, now: [] };
    const name = `calls.${locale}`;
    return [
      {
        name,
        as: 'next',
        locale,
        on: (platform) => ({ kind: 'card', card: drawCall(call, queue, { calls: 7 }, calling(platform), left) }),
      },
      {
        name,
        as: 'complaint',
        locale,
        on: (platform) => {
          const goesOn = { ...call, data: { ...data, complaint: opened().data.complaint } };
          return { kind: 'card', card: drawCall(goesOn, queue, { calls: 7 }, calling(platform)) };
        },
      },
      {
        name,
        as: 'end',
        locale,
        on: (platform) => ({ kind: 'card', card: drawNoCall(nothing, { calls: 9 }, calling(platform)) }),
      },
      {
        name,
        as: 'line',
        locale,
        on: () => ({
          kind: 'card',
          card: drawCallBackLine(
            {
              notice: 'call-back-line',
              overdue: 1,
              today: 12,
              later: 4,
              sleeping: 2,
              yesterday: { due: 14, reachedInTime: 13 },
            },
            locale,
          ),
        }),
      },
      {
        name,
        as: 'reminder',
        locale,
        on: () => ({
          kind: 'card',
          card: drawQueueReminder(
            {
              notice: 'queue-reminder',
              type: 'callBack',
              counts: [
                { minutes: 60, count: 1 },
                { minutes: 240, count: 5 },
              ],
            },
            locale,
          ),
        }),
      },
    ];
  });
}

/** Every state of a call-back, and every form that it asks. */
export const callBackSamples: readonly Sample[] = [
  ...queueSamples(),
  ...readers.flatMap(([state, reader]) =>
    cardsOf({ name: `callBack.${state}`, type: callBack, record: callBackIn(openCallDesk(), state), reader, org }),
  ),
  ...cardsOf({ name: 'callBack.opened', type: callBack, record: opened(), reader: 'xu-fang', org }),
  ...cardsOf({ name: 'callBack.complaint', type: callBack, record: complained(), reader: 'xu-fang', org }),
  ...Object.entries(askedOfCallBacks).flatMap(([move, by]) =>
    moveSamples(callBack, callBackIn(openCallDesk(), 'due'), move, by, org),
  ),
];
