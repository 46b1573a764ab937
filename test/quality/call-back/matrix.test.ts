import { callBack } from '../../../src/quality/call-back/call-back.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { answers, callBackIn, type MoveName, openCallDesk, states } from './call-back-in.ts';

describeMatrix({
  noun: 'a call-back',
  type: callBack,
  page: new URL('./matrix.txt', import.meta.url),
  parts: {
    SD: 'xu-fang',
    Eng: 'wu-qiang',
    Led: 'liu-yang',
    Mgr: 'wang-lei',
    Qed: 'chen-jing',
    Hed: 'zheng-kai',
    Sys: 'system',
  },
  states,
  openDesk: openCallDesk,
  recordIn: callBackIn,
  answer: (move) => answers[move as MoveName],
});
