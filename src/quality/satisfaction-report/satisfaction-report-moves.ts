import { movesOf } from '../../records/define-record.ts';
import { contracts } from '../contracts.ts';
import type { SatisfactionReportData } from './satisfaction-report-data.ts';
import { returnForm, writeForm } from './satisfaction-report-forms.ts';
import { approver, author, qualityManager } from './satisfaction-report-roles.ts';
import { satisfactionReportWords } from './words.ts';

const { move, moveWith } = movesOf<SatisfactionReportData, typeof satisfactionReportWords>();

const write = moveWith({
  from: ['drafted'],
  by: [qualityManager],
  asks: writeForm,
  style: 'primary',
  draft: true,
  apply: ({ data }: { readonly data: SatisfactionReportData }, { conclusion, problems, measures }, { actorId }) => {
    const { problems: _before, measures: _then, ...rest } = data;
    return {
      ...rest,
      conclusion,
      ...(problems !== undefined && { problems }),
      ...(measures !== undefined && { measures }),
      ...(actorId !== null && { authorId: actorId }),
    };
  },
});

/** It goes to the approver, with the figures as of now. */
const submit = move({
  from: ['drafted'],
  to: 'submitted',
  by: [qualityManager],
  style: 'primary',
  offered: ({ data }) => data.conclusion !== undefined && data.figures !== undefined,
  check: ({ data }) => {
    if (data.figures === undefined) return { key: satisfactionReportWords.refusal.noFigures };
    return data.conclusion === undefined ? { key: satisfactionReportWords.refusal.nothingWritten } : null;
  },
  apply({ data }, _nothing, { actorId }) {
    const { returned: _answered, ...rest } = data;
    return { ...rest, ...(actorId !== null && { authorId: actorId }) };
  },
});

const approve = move({
  from: ['submitted'],
  to: 'approved',
  by: [approver],
  not: [author],
  style: 'primary',
  closes: true,
  apply: ({ data }, _nothing, { actorId }) => ({ ...data, ...(actorId !== null && { approvedBy: actorId }) }),
  news: (after) => [
    {
      to: after.data.authorId === undefined ? [] : [after.data.authorId],
      key: satisfactionReportWords.news.approved,
      params: { number: after.number },
    },
  ],
});

const sendBack = moveWith({
  from: ['submitted'],
  to: 'drafted',
  by: [approver],
  not: [author],
  asks: returnForm,
  nextRound: true,
  apply: ({ data }: { readonly data: SatisfactionReportData }, { reason }) => ({ ...data, returned: reason }),
});

/** Hourly update of the figures while it is a draft. */
const reckon = moveWith({
  from: ['drafted'],
  by: [],
  input: contracts.satisfactionReport.reckon.input,
  draft: true,
  apply: ({ data }, { figures }) => ({ ...data, figures }),
});

/** The moves of a satisfaction report. */
export const satisfactionReportMoves = { write, submit, approve, sendBack, reckon };
