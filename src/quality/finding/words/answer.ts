/** The words of observations and opportunities for improvement, which need an answer but no report. */
export const answerWords = {
  field: {
    intent: ['打算', 'Intention'],
    answer: ['答复', 'Answer'],
    'answer.hint': ['准备做什么；不做的话，为什么', 'What will be done; or else why not'],
    byDay: ['完成日期', 'Done by'],
    'byDay.hint': ['采取行动时必填', 'Needed where something will be done'],
    carriedOut: ['落实情况', 'What was done'],
    'carriedOut.hint': ['做了什么，凭什么能看出来', 'What was done, and how one can see it'],
    'reviewDay.hint': [
      '不填则按公司规定：严重不符合在最后一项措施之后评审，一般不符合验证后关闭',
      'Left empty, the usual holds: a major one is reviewed after its last action, a minor one closes once verified',
    ],
    review: ['有效性评审', 'Effectiveness review'],
  },
  intent: {
    will: ['采取行动', 'Something will be done'],
    wont: ['不采取行动', 'Nothing will be done'],
  },
  answer: {
    will: ['将采取行动', 'Something will be done'],
    wont: ['不采取行动', 'Nothing will be done'],
  },
  answerReturnedBecause: ['退回意见', 'Returned because'],
  reviewChoice: {
    on: ['到日期评审', 'On the day below'],
    none: ['不评审，验证通过即关闭', 'None, the verification closes it'],
  },
  review: {
    none: ['不作有效性评审，验证通过即关闭', 'no effectiveness review, the verification closes it'],
    on: ['{day}评审', 'review on {day}'],
  },
  role: {
    answerAuthor: ['答复人', 'Author of the answer'],
  },
  state: {
    toAnswer: ['待答复', 'Answer due'],
    answered: ['待采纳', 'Awaiting acceptance'],
    answerReturned: ['答复已退回，待重新答复', 'Answer returned, to be answered again'],
    agreed: ['落实中', 'Being carried out'],
  },
  move: {
    answer: ['答复', 'Answer'],
    withdrawAnswer: ['撤回答复', 'Withdraw answer'],
    acceptAnswer: ['采纳', 'Accept'],
    returnAnswer: ['退回', 'Return'],
    finishAnswer: ['已落实', 'Carried out'],
    setReviewDay: ['改评审日期', 'Change review date'],
    actionMoved: ['措施转交', 'Action transferred'],
  },
  done: {
    answer: ['作了答复', 'answered'],
    withdrawAnswer: ['撤回了答复', 'withdrew the answer'],
    acceptAnswer: ['采纳了答复', 'accepted the answer'],
    returnAnswer: ['退回了答复', 'returned the answer'],
    finishAnswer: ['落实完毕，关闭', 'carried it out and closed it'],
    setReviewDay: ['改了有效性评审日期', 'changed the date of the effectiveness review'],
    actionMoved: ['登记了措施转交', 'noted that an action was transferred'],
  },
  lead: {
    toAnswer: [
      '有观察项或改进机会需要答复：请说明打算做什么、何时完成，或为什么不做。',
      'An observation or opportunity for you: please say what you will do and by when, or why nothing needs to be done.',
    ],
    answered: [
      '责任部门已答复，请判断是否采纳。',
      'The department has answered: please accept the answer or return it.',
    ],
    answerReturned: ['答复被退回，请按意见重新答复。', 'Your answer came back: please answer again as asked.'],
    agreed: [
      '答复已采纳，请按期落实，完成后登记。',
      'Your answer was accepted: please carry it out in time, and say when it is done.',
    ],
  },
  news: {
    answered: ['{number} 已答复并关闭，谢谢。', '{number} was answered and is closed. Thank you.'],
    agreed: [
      '{number} 的答复已采纳，责任部门将在 {day} 前落实。',
      'The answer to {number} was accepted; the department will carry it out by {day}.',
    ],
    carriedOut: ['{number} 已落实并关闭：{done}', '{number} was carried out and is closed: {done}'],
  },
  refusal: {
    answerNeedsDay: ['采取行动需要完成日期，请补上。', 'Please say by when it will be done.'],
    reviewNeedsDay: ['请填写有效性评审日期，或选择不评审。', 'Please give the day of the review, or choose none.'],
    reviewTooEarly: [
      '评审日期不能早于最后一项措施的完成日期 {day}。',
      'The review cannot come before the last action is due, on {day}.',
    ],
  },
} as const;
