import { complaint } from '../../../src/quality/complaint/complaint.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { openServiceDesk } from '../incident/incident-in.ts';
import { answers, complaintIn, type MoveName, states } from './complaint-in.ts';

const ofAPerson = { accusedId: 'li-na' };

describeMatrix({
  noun: 'a complaint of a person',
  type: complaint,
  page: new URL('./matrix.txt', import.meta.url),
  parts: {
    Han: 'wu-qiang',
    Rec: 'emily',
    SD: 'xu-fang',
    Mgr: 'wang-lei',
    Qed: 'chen-jing',
    Acc: 'li-na',
    Str: 'zheng-kai',
    Sys: 'system',
  },
  states,
  hiddenFrom: ['SD', 'Str'],
  openDesk: openServiceDesk,
  recordIn: (desk, state) => complaintIn(desk, state, ofAPerson),
  answer: (move) => ({ ...answers[move as MoveName], ...(move === 'assign' && ofAPerson) }),
});
