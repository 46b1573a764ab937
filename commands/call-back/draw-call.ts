import { formatInstant } from '../../src/calendar/format.ts';
import type { Block, Button, Card, Line } from '../../src/chat/card.ts';
import { shortenLetters } from '../../src/chat/shorten-text.ts';
import { bold, plain, words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { CallBackData } from '../../src/quality/call-back/call-back-data.ts';
import { complaintLine } from '../../src/quality/call-back/complaint-line.ts';
import { contactFacts } from '../../src/quality/call-back/contact-facts.ts';
import type { Offered, Queue } from '../../src/quality/call-back/queue.ts';
import { callBackWords } from '../../src/quality/call-back/words.ts';
import { type Score, scoreKey, scores } from '../../src/quality/satisfaction/score.ts';
import type { Context } from '../context.ts';
import { about, type PlaceInCalls } from './place-in-calls.ts';
import { waitingLines } from './waiting-lines.ts';

/** The most of a contact's other items that are listed. */
const NAMED = 5;

/** Who calls, where and when. */
type Calling = Pick<Context, 'locale' | 'now' | 'org' | 'person' | 'view'> & {
  readonly customerPages: Pick<Context['customerPages'], 'reachable'>;
};

/** A customer to call now. */
export interface Call {
  readonly offered: Offered;
  readonly data: CallBackData;
  /** Other items to ask the same contact about. */
  readonly others: readonly Offered[];
  /** The contact's previous answer. */
  readonly last?: Score;
}

/** What was just done, and whether it can be undone. */
export interface Left {
  readonly number: string;
  readonly said: string;
  readonly mayUndo: boolean;
}

/** The card of one call: whom to call, about what, and a button for each answer. Visible to the agent only. */
export function drawCall(call: Call, queue: Queue, place: PlaceInCalls, context: Calling, left?: Left): Card {
  const { offered, data, last } = call;
  const { locale, now } = context;
  const say = (key: Parameters<typeof translate>[1], params = {}) => translate(locale, key, params);
  const isLate = offered.dueAt !== null && offered.dueAt < now;
  const count = say('calls.left', { count: queue.now.length, done: place.calls });
  return {
    title: `${data.about} · ${shortenLetters(data.title, 60)}`,
    tone: isLate ? 'late' : 'action',
    summary: say('calls.summary', { count: queue.now.length }),
    blocks: [
      ...leftBlocks(left, place, context),
      { kind: 'text', text: [bold(count), plain(`\n${whenWords(call, context)}`)] },
      {
        kind: 'facts',
        facts: [
          ...contactFacts(data, context.view),
          ...(last === undefined ? [] : [{ label: say('calls.last'), value: words(say(scoreKey(last))) }]),
          ...(data.attempts.length === 0
            ? []
            : [{ label: say('calls.attempts'), value: words(say('calls.times', { count: data.attempts.length })) }]),
        ],
      },
      ...(data.done === undefined
        ? []
        : ([
            { kind: 'heading', text: say(callBackWords.field.done) },
            { kind: 'quote', text: words(shortenLetters(data.done, 600)) },
          ] as const)),
      ...othersBlocks(call, context),
      ...complaintLine(data, locale),
      { kind: 'text', text: words(say('calls.ask')) },
      { kind: 'buttons', buttons: scores.map((score) => scoreButton(call, score, place, context)) },
      { kind: 'buttons', buttons: otherButtons(call, place, context) },
      ...notesOf(queue, context),
    ],
  };
}

/** No call can be made now: all are done, or the rest are waiting for their time. */
export function drawNoCall(queue: Queue, place: PlaceInCalls, context: Calling, left?: Left): Card {
  const { locale } = context;
  const waits = queue.sleeping.count + queue.again.count;
  const end = translate(locale, waits > 0 ? 'calls.later' : 'calls.done', { done: place.calls });
  return {
    title: translate(locale, 'calls.title'),
    tone: waits > 0 ? 'neutral' : 'good',
    summary: end,
    blocks: [...leftBlocks(left, place, context), { kind: 'text', text: words(end) }, ...notesOf(queue, context)],
  };
}

function leftBlocks(left: Left | undefined, place: PlaceInCalls, { locale }: Calling): Block[] {
  if (!left) return [];
  const undo: Button = {
    action: 'callBack.undo',
    label: translate(locale, 'record.move.undo'),
    value: { ...about(left.number, { calls: Math.max(place.calls - 1, 0) }), back: 1 },
  };
  const line: Line = { text: words(left.said), ...(left.mayUndo && { button: undo }) };
  return [{ kind: 'lines', lines: [line] }, { kind: 'divider' }];
}

/** The deadline, and the last time at which the customer may be called before it. */
function whenWords({ offered: { dueAt, lastAt }, data }: Call, { org, locale, now }: Calling): string {
  const { zone } = org.siteOfDepartment(data.departmentId ?? '');
  const time = (at: Date) => formatInstant(at, zone, locale);
  if (dueAt === null) return '';
  if (dueAt < now) return translate(locale, 'calls.overdue', { at: time(dueAt) });
  const due = translate(locale, 'calls.due', { at: time(dueAt) });
  return lastAt < dueAt && lastAt > now ? `${due}\n${translate(locale, 'calls.lastAt', { at: time(lastAt) })}` : due;
}

function othersBlocks({ others }: Call, { locale }: Calling): Block[] {
  if (others.length === 0) return [];
  const lines = others
    .slice(0, NAMED)
    .map(({ data }): Line => ({ text: [bold(data.about), plain(` ${shortenLetters(data.title, 40)}`)] }));
  return [
    { kind: 'heading', text: translate(locale, 'calls.together', { count: others.length + 1 }) },
    { kind: 'lines', lines },
  ];
}

const scoreButton = ({ offered }: Call, score: Score, place: PlaceInCalls, { locale }: Calling): Button => ({
  action: 'callback.score',
  label: translate(locale, scoreKey(score)),
  value: { ...about(offered.number, place), score },
  ...(score === 5 && { style: 'primary' as const }),
});

/** A link is offered only if a customer could open it, a complaint only once. */
function otherButtons(
  { offered, data }: Call,
  place: PlaceInCalls,
  { locale, customerPages, view }: Calling,
): Button[] {
  const linked = customerPages.reachable(view.platform) ? (['sendLink'] as const) : [];
  const unhappy = data.complaint ? [] : (['complain'] as const);
  return (['noAnswer', 'later', ...linked, ...unhappy, 'answer'] as const).map((move) => ({
    // The complaint leaves the call open; anything else moves on to the next one.
    action: move === 'complain' ? 'callback.complain' : `callBack.${move}`,
    label: translate(locale, move === 'answer' ? 'calls.more' : callBackWords.move[move]),
    value: about(offered.number, place),
  }));
}

/** What the agent gives to the customer, replacing the call's card, with a button for the next one. */
export const withNextCall = (card: Card, place: PlaceInCalls, { locale }: Pick<Context, 'locale'>): Card => ({
  ...card,
  blocks: [
    ...card.blocks,
    {
      kind: 'buttons',
      buttons: [
        { action: 'callback.next', label: translate(locale, 'calls.next'), value: { ...place }, style: 'primary' },
      ],
    },
  ],
});

function notesOf(queue: Queue, context: Calling): Block[] {
  const lines = waitingLines(queue, context);
  return lines.length === 0 ? [] : [{ kind: 'note', text: words(lines.join('\n')) }];
}
