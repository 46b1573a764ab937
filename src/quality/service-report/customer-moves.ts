import { frozen, saidSchema, stateAfter, toldOf } from './answering.ts';
import { moveWith } from './declare.ts';
import { engineer } from './service-report-roles.ts';
import { markOf, shownOf } from './shown.ts';
import { withDrawing } from './signature-file.ts';
import { serviceReportWords } from './words.ts';

/** The customer answers on a page. The report must still say what they saw. */
const answer = moveWith({
  from: ['awaiting'],
  to: { oneOf: ['signed', 'unsigned'], choose: (_record, said) => stateAfter(said) },
  by: [],
  input: saidSchema,
  check: (record, { locale, mark }, { org }) =>
    markOf(shownOf(record, org, locale)) === mark ? null : { key: serviceReportWords.refusal.changed },
  apply: (record, { mark: _seen, ...said }, { org }) => ({ ...record.data, answer: frozen(record, said, org) }),
  applyCommon: (record, said, who) => (said.signature === undefined ? record.common : withDrawing(record, who)),
  followUps: (after, _said, { org }) => toldOf(after, org),
  news: (after, said, { org }) => [
    {
      to: engineer.holders(after, org),
      key: serviceReportWords.news[said.outcome],
      params: { number: after.number, name: said.signerName ?? '-' },
    },
  ],
});

/** What customers do through a link. */
export const customerMoves = { answer };
