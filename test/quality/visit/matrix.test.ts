import { visit } from '../../../src/quality/visit/visit.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { openServiceDesk } from '../incident/incident-in.ts';
import { answers, type MoveName, states, visitIn } from './visit-in.ts';

describeMatrix({
  noun: 'a visit',
  type: visit,
  page: new URL('./matrix.txt', import.meta.url),
  parts: {
    Mgr: 'wang-lei',
    Mrp: 'zhou-min',
    Top: 'zhao-guohua',
    Led: 'liu-yang',
    Oth: 'wu-qiang',
    Qed: 'chen-jing',
    Sys: 'system',
  },
  states,
  openDesk: openServiceDesk,
  recordIn: visitIn,
  answer: (move) => answers[move as MoveName],
});
