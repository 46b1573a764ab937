import { signal } from '../../../records/shape/contract.ts';
import { contracts } from '../../contracts.ts';
import { moveWith } from '../declare.ts';
import { contestDecider, qualityOfficer } from '../finding-roles.ts';
import { reasonForm } from '../forms/reason-form.ts';
import { answerersOf, reportersOf } from '../people-of.ts';
import { findingWords } from '../words.ts';
import { answeringSide, underWay } from './dispute-moves.ts';

/** QED withdraws an issued finding, with a reason; actions still open are withdrawn, too. */
const withdraw = moveWith({
  from: underWay,
  to: 'withdrawn',
  by: [qualityOfficer, contestDecider],
  not: answeringSide,
  asks: reasonForm,
  style: 'danger',
  secondary: true,
  closes: true,
  apply: ({ data }, { reason }) => ({ ...data, withdrawal: reason }),
  followUps: ({ data }, { reason }) =>
    data.raised
      .filter(({ done }) => !done)
      .map(({ number }) => signal(contracts.action.withdraw, { number }, { reason })),
  news: ({ data, number }, { reason }, { org }) => [
    {
      to: [...answerersOf(data, org), ...reportersOf(data)],
      key: findingWords.news.withdrawn,
      params: { number, reason },
    },
  ],
});

/** The end of a finding that should not have been issued. */
export const withdrawMoves = { withdraw };
