import { defineFigures } from '../../records/declaration/figures.ts';
import { complaintData } from './complaint-data.ts';
import { complaintWords } from './words.ts';

/** How many complaints and suggestions were received, and how many of the complaints were upheld, accepted and reopened. */
export const complaintFigures = defineFigures({
  reads: complaintData.pick({ kind: true, answers: true, assessment: true, reopenings: true }),
  fold(rows) {
    const complaints = rows.filter(({ state, data }) => data.kind === 'complaint' && state !== 'withdrawn');
    const suggestions = rows.filter(({ state, data }) => data.kind === 'suggestion' && state !== 'withdrawn');
    const answers = complaints.flatMap(({ data }) => data.answers.at(-1) ?? []);
    const reactions = answers.filter(({ reaction }) => reaction !== undefined);
    const assessed = suggestions.filter(({ data }) => data.assessment !== undefined);
    return [
      { label: complaintWords.figure.complaints, value: complaints.length },
      {
        label: complaintWords.figure.upheld,
        value: { met: answers.filter(({ upheld }) => upheld !== 'no').length, of: answers.length },
      },
      {
        label: complaintWords.figure.accepted,
        value: { met: reactions.filter(({ reaction }) => reaction === 'accepted').length, of: reactions.length },
      },
      {
        label: complaintWords.figure.reopened,
        value: complaints.filter(({ data }) => data.reopenings.length > 0).length,
      },
      { label: complaintWords.figure.suggestions, value: suggestions.length },
      {
        label: complaintWords.figure.adopted,
        value: { met: assessed.filter(({ data }) => data.assessment?.adopted).length, of: assessed.length },
      },
    ];
  },
});
