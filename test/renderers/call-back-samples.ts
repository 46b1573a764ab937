import { callBack } from '../../src/quality/call-back/call-back.ts';
import { callBackIn, called, openCallDesk, type StateName } from '../quality/call-back/call-back-in.ts';
import { serving } from '../quality/incident/incident-in.ts';
import { moveSamples } from './form-samples.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

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

const complained = () => {
  const desk = openCallDesk();
  const said = { score: '2', speed: '1', attitude: '4', complaint: 'yes', comment: '报修后两个小时才有人来。' };
  return called(desk, callBackIn(desk, 'taken'), 'xu-fang', 'answer', said);
};

/** Every state of a call-back, and every form that it asks. */
export const callBackSamples: readonly Sample[] = [
  ...readers.flatMap(([state, reader]) =>
    cardsOf({ name: `callBack.${state}`, type: callBack, record: callBackIn(openCallDesk(), state), reader, org }),
  ),
  ...cardsOf({ name: 'callBack.complaint', type: callBack, record: complained(), reader: 'xu-fang', org }),
  ...Object.entries(askedOfCallBacks).flatMap(([move, by]) =>
    moveSamples(callBack, callBackIn(openCallDesk(), 'due'), move, by, org),
  ),
];
