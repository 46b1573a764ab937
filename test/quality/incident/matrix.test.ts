import { incident } from '../../../src/quality/incident/incident.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { answers, incidentIn, type MoveName, openServiceDesk, states } from './incident-in.ts';

describeMatrix({
  noun: 'an incident',
  type: incident,
  page: new URL('./matrix.txt', import.meta.url),
  parts: {
    SD: 'xu-fang',
    Enb: 'wu-qiang',
    Fst: 'huang-tao',
    Led: 'liu-yang',
    Mgr: 'wang-lei',
    Qed: 'chen-jing',
    Rep: 'emily',
    Hed: 'zheng-kai',
    Sys: 'system',
  },
  states,
  openDesk: openServiceDesk,
  recordIn: incidentIn,
  answer: (move) => answers[move as MoveName],
});
