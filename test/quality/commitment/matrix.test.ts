import { commitment } from '../../../src/quality/commitment/commitment.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { openServiceDesk } from '../incident/incident-in.ts';
import { commitmentAnswers, commitmentIn, commitmentStates } from '../visit/visit-in.ts';

describeMatrix({
  noun: 'a commitment',
  type: commitment,
  page: new URL('./matrix.txt', import.meta.url),
  parts: {
    Own: 'liu-yang',
    Mgr: 'wang-lei',
    Oth: 'wu-qiang',
    Qed: 'chen-jing',
    Sys: 'system',
  },
  states: commitmentStates,
  openDesk: openServiceDesk,
  recordIn: commitmentIn,
  answer: (move) => commitmentAnswers[move as keyof typeof commitmentAnswers],
});
