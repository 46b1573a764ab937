import { finding } from '../../../src/quality/finding/finding.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { openPureEngine } from '../../worlds/pure-engine.ts';
import { parts } from '../parts.ts';
import { answers, type MoveName } from './answers.ts';
import { findingIn, states } from './finding-in.ts';

for (const { who, noun, source } of [
  { who: 'FROM ELSEWHERE', noun: 'a finding', source: 'spotCheck' },
  { who: 'FROM AN INTERNAL AUDIT', noun: 'a finding from an internal audit', source: 'internalAudit' },
] as const) {
  describeMatrix({
    noun,
    type: finding,
    page: new URL('./matrix.txt', import.meta.url),
    who,
    parts,
    states,
    openDesk: openPureEngine,
    recordIn(desk, state) {
      const record = findingIn(desk, state, { source });
      desk.report('ma-li', {}, answers.merge.into);
      return record;
    },
    answer: (move) => answers[move as MoveName],
  });
}
