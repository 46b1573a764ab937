import { satisfactionReport } from '../../../src/quality/satisfaction-report/satisfaction-report.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { openPureEngine } from '../../worlds/pure-engine.ts';
import { parts } from '../parts.ts';
import { answers, reportIn, states } from './satisfaction-report-in.ts';

describeMatrix({
  noun: 'a satisfaction report',
  type: satisfactionReport,
  page: new URL('./matrix.txt', import.meta.url),
  parts,
  states,
  openDesk: openPureEngine,
  recordIn: reportIn,
  answer: (move) => answers[move as keyof typeof answers],
});
