import { defineFigures } from '../../records/declaration/figures.ts';
import { isSatisfied } from '../satisfaction/score.ts';
import { coverageOf, coverageSum, coveredParts } from './coverage.ts';
import { callBackWords } from './words.ts';

/** How many call-backs were made in time (R26), and how satisfied the customers reached were; by the hours in the settings. */
export const callBackFigures = defineFigures({
  reads: coveredParts,
  fold(rows, { org, now, zone }) {
    const sum = coverageSum(coverageOf(rows, { hours: org.settings.callBackHours, now, zone }));
    const over = sum.due - sum.pending;
    const scores = rows.flatMap(({ state, data }) => (state !== 'void' && data.answer ? [data.answer.score] : []));
    return [
      { label: callBackWords.figure.reachedInTime, value: { met: sum.reachedInTime, of: over } },
      { label: callBackWords.figure.attemptedInTime, value: { met: sum.attemptedInTime, of: over } },
      { label: callBackWords.figure.unreached, value: sum.unreached },
      { label: callBackWords.figure.exempt, value: sum.exempt },
      { label: callBackWords.figure.satisfied, value: { met: scores.filter(isSatisfied).length, of: scores.length } },
    ];
  },
});
