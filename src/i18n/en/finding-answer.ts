import type { findingAnswer as source } from '../zh-cn/finding-answer.ts';

/** What observations and opportunities for improvement say, which are answered and need no report. */
export const findingAnswer: Record<keyof typeof source, string> = {
  'finding.field.intent': 'Intention',
  'finding.intent.will': 'Something will be done',
  'finding.intent.wont': 'Nothing will be done',
  'finding.field.answer': 'Answer',
  'finding.field.answer.hint': 'What will be done; or else why not',
  'finding.field.byDay': 'Done by',
  'finding.field.byDay.hint': 'Needed where something will be done',
  'finding.field.carriedOut': 'What was done',
  'finding.field.carriedOut.hint': 'What was done, and how one can see it',
  'finding.answer.will': 'Something will be done',
  'finding.answer.wont': 'Nothing will be done',
  'finding.answerReturnedBecause': 'Returned because',
  'finding.field.reviewDay.hint':
    'Left empty, the usual holds: a major one is reviewed after its last action, a minor one closes once verified',
  'finding.field.review': 'Effectiveness review',
  'finding.reviewChoice.on': 'On the day below',
  'finding.reviewChoice.none': 'None, the verification closes it',
  'finding.review.none': 'no effectiveness review, the verification closes it',
  'finding.review.on': 'review on {day}',

  'finding.role.answerAuthor': 'Author of the answer',

  'finding.state.toAnswer': 'Answer due',
  'finding.state.answered': 'Awaiting acceptance',
  'finding.state.answerReturned': 'Answer returned, to be answered again',
  'finding.state.agreed': 'Being carried out',

  'finding.move.answer': 'Answer',
  'finding.move.withdrawAnswer': 'Withdraw answer',
  'finding.move.acceptAnswer': 'Accept',
  'finding.move.returnAnswer': 'Return',
  'finding.move.finishAnswer': 'Carried out',
  'finding.move.setReviewDay': 'Change review date',
  'finding.move.actionMoved': 'Action transferred',
  'finding.done.answer': 'answered',
  'finding.done.withdrawAnswer': 'withdrew the answer',
  'finding.done.acceptAnswer': 'accepted the answer',
  'finding.done.returnAnswer': 'returned the answer',
  'finding.done.finishAnswer': 'carried it out and closed it',
  'finding.done.setReviewDay': 'changed the date of the effectiveness review',
  'finding.done.actionMoved': 'noted that an action was transferred',

  'finding.lead.toAnswer':
    'An observation or opportunity for you: please say what you will do and by when, or why nothing needs to be done.',
  'finding.lead.answered': 'The department has answered: please accept the answer or return it.',
  'finding.lead.answerReturned': 'Your answer came back: please answer again as asked.',
  'finding.lead.agreed': 'Your answer was accepted: please carry it out in time, and say when it is done.',

  'finding.news.answered': '{number} was answered and is closed. Thank you.',
  'finding.news.agreed': 'The answer to {number} was accepted; the department will carry it out by {day}.',
  'finding.news.carriedOut': '{number} was carried out and is closed: {done}',

  'finding.refusal.answerNeedsDay': 'Please say by when it will be done.',
  'finding.refusal.reviewNeedsDay': 'Please give the day of the review, or choose none.',
  'finding.refusal.reviewTooEarly': 'The review cannot come before the last action is due, on {day}.',
};
