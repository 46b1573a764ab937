/** The words for reporting and triaging findings. */
export const triageWords = {
  field: {
    element: ['能力要素', 'Capability element'],
    visibility: ['谁可以看', 'Who may see it'],
    admitted: ['还让谁看', 'Who else may see it'],
    question: ['想请报告人说明什么', 'What the reporter should make clear'],
    'question.hint': ['一次问清楚，报告人会在消息里直接答复', 'Ask everything at once; they answer in their messages'],
    reply: ['您的说明', 'Your answer'],
    mergedInto: ['已合并到', 'Merged into'],
    mergedFrom: ['合并进来的发现项', 'Merged from'],
    mergeInto: ['合并到', 'Merge into'],
    'mergeInto.hint': [
      '填写另一发现项的编号，例如 FD-2026-0001',
      'The number of the other finding, such as FD-2026-0001',
    ],
    door: ['这是什么', 'What it is'],
    'door.hint': [
      '不清楚就不选；同事的改进建议选改进机会',
      'Leave it out if unsure; a colleague’s idea is an opportunity',
    ],
  },
  visibility: {
    open: ['按常规公开', 'Everybody, as usual'],
    restricted: ['仅限相关人员（涉及个人或信息安全）', 'Only those concerned (about a person, or security)'],
  },
  move: {
    admit: ['添加可见人员', 'Let others see it'],
    askBack: ['询问报告人', 'Ask the reporter'],
    replyBack: ['说明', 'Answer'],
    merge: ['合并', 'Merge'],
    takeIn: ['并入', 'Take in'],
    letGo: ['移出', 'Let go'],
  },
  done: {
    admit: ['添加了可见人员', 'let others see it'],
    askBack: ['向报告人询问', 'asked the reporter'],
    replyBack: ['作了说明', 'answered the question'],
    merge: ['合并到另一发现项', 'merged it into another finding'],
    takeIn: ['并入了另一发现项', 'took in another finding'],
    letGo: ['移出了并入的发现项', 'let the other finding go again'],
  },
  news: {
    admitted: [
      '您已可以查看受限的发现项 {number}，内容请勿外传。',
      'You may now see the restricted finding {number}; please keep it to yourself.',
    ],
    replied: [
      '报告人已就 {number} 作了说明，请继续分派。',
      'The reporter has answered about {number}; please go on with triage.',
    ],
    merged: [
      '您报告的 {number} 与 {into} 是同一件事，已合并，后续请看 {into}。',
      'Your finding {number} is the same matter as {into} and was merged; follow {into} from here.',
    ],
    tookIn: [
      '{other} 与 {number} 是同一件事，已并入，证据和报告人一并转来。',
      '{other} is the same matter as {number} and was merged into it, with its evidence and reporter.',
    ],
  },
  refusal: {
    notRestricted: ['这条发现项是公开的，大家都可以看。', 'This finding is open to everybody already.'],
    mergeRestricted: [
      '受限的发现项不能并入公开的 {number}，否则内容会被其他人看到。',
      'A restricted finding cannot be merged into {number}, which others may see.',
    ],
    nobodyToAsk: [
      '这条发现项没有可以询问的报告人，请直接判断。',
      'This finding has no reporter who could be asked. Please decide without.',
    ],
    tooManyQuestions: [
      '已经问过很多次了，请直接联系报告人后判断。',
      'It has been asked about many times. Please call the reporter, then decide.',
    ],
    mergeTarget: [
      '不能合并到 {number}：请填写另一条尚未结束的发现项的编号。',
      'It cannot be merged into {number}: please give another finding that is still open.',
    ],
  },
  'question.intro': ['质量效能部想请您说明：{question}', 'The quality department asks: {question}'],
  question: ['询问', 'Asked'],
  reply: ['答复', 'Answered'],
  note: {
    asked: ['已询问报告人，分派期限照常计算。', 'The reporter has been asked; the time for triage runs on.'],
  },
  door: {
    major: ['严重不符合', 'Major nonconformity'],
    minor: ['一般不符合', 'Minor nonconformity'],
    observation: ['观察项', 'Observation'],
    ofi: ['改进机会', 'Opportunity for improvement'],
    complaint: ['客户投诉', 'Customer’s complaint'],
    suggestion: ['客户建议', 'Customer’s suggestion'],
  },
  kind: {
    observation: ['观察项', 'Observation'],
    ofi: ['改进机会', 'Opportunity for improvement'],
  },
  role: {
    reporter: ['报告人', 'Reporter'],
  },
  state: {
    askedBack: ['待报告人说明', 'Awaiting the reporter'],
    merged: ['已合并', 'Merged'],
  },
  lead: {
    askedBack: [
      '您报告的发现项有一处想请您说明，请尽快答复。',
      'There is a question about your finding: please answer soon.',
    ],
  },
} as const;
