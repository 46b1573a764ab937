import { formatInstant } from '../../calendar/format.ts';
import type { Block, Fact } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { factIn, quotedIn } from '../../records/card/blocks.ts';
import { personText } from '../../records/card/person-text.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label, personName } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { type Score, scoreKey } from '../satisfaction/score.ts';
import type { CallBackData } from './call-back-data.ts';
import { complaintLine } from './complaint-line.ts';
import { contactFacts } from './contact-facts.ts';
import { callBackWords } from './words.ts';

type CallBack = RecordOf<CallBackData>;

/** The body of a call-back's card: whom to call about what, each attempt, and the customer's answer. */
export function callBackBody(record: CallBack, view: View): Block[] {
  const { data } = record;
  const { locale, viewer } = view;
  // Signed on a page: hidden from the engineer who was rated, and from channels.
  const isKept = data.answer?.via === 'page' && (viewer === null || viewer === data.engineerId);
  const quoted = quotedIn(locale);
  return [
    { kind: 'facts', facts: [...contactFacts(data, view), ...serviceFacts(record, view)] },
    ...quoted(callBackWords.field.done, data.done),
    ...attemptBlocks(record, view),
    ...complaintLine(data, locale),
    ...(isKept ? [] : [...answerBlocks(record, view), ...quoted(callBackWords.field.comment, data.answer?.comment)]),
    ...quoted(callBackWords.field.reason, data.exemption?.reason),
    ...(data.exemption?.cause === undefined
      ? []
      : [{ kind: 'note', text: words(translate(locale, callBackWords.exempt[data.exemption.cause])) } as const]),
  ];
}

function serviceFacts({ data }: CallBack, view: View): Fact[] {
  const { locale } = view;
  const fact = factIn(locale);
  return [
    ...fact(callBackWords.field.about, words(data.about)),
    ...fact(callBackWords.field.engineer, data.engineerId === null ? null : [personText(data.engineerId, view)]),
  ];
}

function attemptBlocks(record: CallBack, view: View): Block[] {
  const { attempts } = record.data;
  const { locale, org } = view;
  if (attempts.length === 0) return [];
  const { zone } = org.calendarOf(siteOf(record, org));
  const time = (at: string) => formatInstant(new Date(at), zone, locale);
  const lines = attempts.slice(-6).map(({ at, by, outcome, until }) =>
    translate(locale, callBackWords.attempt[outcome], {
      at: time(at),
      who: personName(by, view),
      until: until === undefined ? '' : time(until),
    }),
  );
  return [{ kind: 'note', text: words(lines.join('\n')) }];
}

function answerBlocks(record: CallBack, { locale }: View): Block[] {
  const { answer } = record.data;
  if (!answer) return [];
  const scored = (name: 'score' | 'speed' | 'attitude' | 'result' | 'engineer', score: Score | undefined): Fact[] =>
    score === undefined
      ? []
      : [{ label: translate(locale, callBackWords.field[name]), value: words(translate(locale, scoreKey(score))) }];
  const { score, speed, attitude, result, engineer, complaint, via } = answer;
  return [
    {
      kind: 'facts',
      facts: [
        ...scored('score', score),
        ...scored('speed', speed),
        ...scored('attitude', attitude),
        ...scored('result', result),
        ...scored('engineer', engineer),
        { label: translate(locale, callBackWords.field.via), value: words(label(callBackWords.via[via], locale)) },
        ...(complaint
          ? [
              {
                label: translate(locale, callBackWords.field.complaint),
                value: words(translate(locale, callBackWords.complaint.yes)),
              },
            ]
          : []),
      ],
    },
  ];
}
