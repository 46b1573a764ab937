import { missingIn, withCapa } from '../capa.ts';
import { move, moveWith } from '../declare.ts';
import { handler, submitter, writer } from '../finding-roles.ts';
import { actionForm, causeForm, correctionForm, effectForm, removeActionForm } from '../forms/capa-forms.ts';
import { isPast } from '../is-past.ts';
import { defaultReviewDay, refuseReviewDay } from '../review-day.ts';
import { beforeSubmission, submitted, unsubmitted } from '../submission.ts';
import { cautionOfWhys } from '../why.ts';
import { findingWords } from '../words.ts';

const MOST_ACTIONS = 20;

/** Each step is a draft: any writer may start it and any other may continue. */
const step = { from: ['issued', 'returned'], by: [writer], draft: true } as const;

/** Step 1. */
const saveCorrection = moveWith({
  ...step,
  asks: correctionForm,
  apply: ({ data }, { correction, containment }, who) => {
    const { containment: _before, ...capa } = data.capa;
    return withCapa({ ...data, capa }, { correction, ...(containment !== undefined && { containment }) }, who);
  },
  next: () => 'saveCause',
});

/** Step 2. */
const saveCause = moveWith({
  ...step,
  asks: causeForm,
  apply({ data }, { why1, why2, why3, why4, why5, causeCategory, rootCause }, who) {
    const whys = [why1, why2, why3, why4, why5].filter((why) => why !== undefined);
    return withCapa(data, { whys, causeCategory, rootCause }, who);
  },
  check: (_record, { causeCategory }, { org }) =>
    org.settings.causeCategories.some(({ id }) => id === causeCategory) ? null : { key: 'form.chooseOne' },
  caution: ({ data }) => cautionOfWhys(data.capa.whys),
  next: ({ data }) => (data.capa.actions.length === 0 ? 'addAction' : null),
});

/** Step 3, once for each action. */
const addAction = moveWith({
  ...step,
  asks: actionForm,
  check(record, { owner, dueDay }, circumstances) {
    if (record.data.capa.actions.length >= MOST_ACTIONS) return { key: findingWords.refusal.tooManyActions };
    if (!circumstances.org.person(owner)?.active) return { key: 'form.chooseOne' };
    return isPast(dueDay, record, circumstances) ? { key: 'form.pastDay' } : null;
  },
  apply({ data }, { kind, action, owner, dueDay }, who) {
    const actionsPlanned = data.actionsPlanned + 1;
    const planned = { id: `A${actionsPlanned}`, kind, what: action, ownerId: owner, dueDay };
    return withCapa({ ...data, actionsPlanned }, { actions: [...data.capa.actions, planned] }, who);
  },
  next: ({ data }, { more }) => {
    if (more === 'add') return 'addAction';
    return data.capa.criterion === undefined ? 'saveEffect' : null;
  },
});

/** Removes a planned action. */
const removeAction = moveWith({
  ...step,
  asks: removeActionForm,
  secondary: true,
  offered: ({ data }) => data.capa.actions.length > 0,
  check: ({ data }, { action }) =>
    data.capa.actions.some(({ id }) => id === action) ? null : { key: findingWords.refusal.noSuchAction },
  apply: ({ data }, { action }, who) =>
    withCapa(data, { actions: data.capa.actions.filter(({ id }) => id !== action) }, who),
});

/** Step 4. */
const saveEffect = moveWith({
  ...step,
  asks: effectForm,
  check: (record, said, circumstances) => refuseReviewDay(record, said, circumstances),
  apply: ({ data }, { criterion, reviewDay }, who) => {
    const { reviewDay: _before, ...capa } = data.capa;
    return withCapa({ ...data, capa }, { criterion, ...(reviewDay !== undefined && { reviewDay }) }, who);
  },
  next: () => 'open',
});

/** Submits the whole report after checking it as a whole. If no review day was proposed, the default applies. */
const submitCapa = move({
  from: ['issued', 'returned'],
  to: 'submitted',
  by: [handler],
  style: 'primary',
  closes: true,
  offered: ({ data }) => missingIn(data).length === 0,
  check({ data }) {
    const missing = missingIn(data);
    if (missing.length === 0) return null;
    return { key: findingWords.refusal.incomplete, params: { missing: { messages: missing } } };
  },
  apply(record, _nothing, who) {
    const reviewDay = record.data.capa.reviewDay ?? defaultReviewDay(record, who);
    return withCapa(submitted(record, who), reviewDay === undefined ? {} : { reviewDay }, who);
  },
});

/** 撤回: the submitter withdraws the report before a decision. Their deadline runs on. */
const withdrawCapa = move({
  from: ['submitted'],
  to: beforeSubmission(['issued', 'returned']),
  by: [submitter],
  resumes: true,
  apply: ({ data }) => unsubmitted(data),
});

/** Writing and submitting the report. */
export const capaMoves = { saveCorrection, saveCause, addAction, removeAction, saveEffect, submitCapa, withdrawCapa };
