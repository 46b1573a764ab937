import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of complaints, Chinese and English side by side. */
export const complaintWords = defineWords('complaint', {
  noun: ['投诉与建议', 'Complaint or suggestion'],
  nouns: ['投诉与建议', 'complaints and suggestions'],
  new: {
    title: ['登记投诉或建议', 'Complaint or suggestion'],
    intro: [
      '客户的投诉和建议从这里登记。投诉先告知客户已受理，再调查答复；建议评估后采纳或说明原因。涉及我方人员的，只有经办人员和质量效能部可见。',
      'What a customer complains of or suggests. A complaint is acknowledged, looked into and answered; a suggestion is assessed. One that concerns a colleague is seen only by those who deal with it and the quality department.',
    ],
  },
  created: ['已登记 {number}。', '{number} is recorded.'],
  kind: {
    complaint: ['投诉', 'Complaint'],
    suggestion: ['建议', 'Suggestion'],
  },
  channel: {
    callBack: ['回访', 'Call-back'],
    message: ['即时消息', 'Message'],
    phone: ['电话', 'Phone'],
    email: ['邮件', 'E-mail'],
    survey: ['满意度调查', 'Survey'],
    visit: ['拜访', 'Visit'],
    other: ['其他', 'Other'],
  },
  severity: {
    minor: ['一般', 'Minor'],
    serious: ['较重', 'Serious'],
    grave: ['严重', 'Critical'],
  },
  upheld: {
    yes: ['成立', 'Upheld'],
    partly: ['部分成立', 'Partly upheld'],
    no: ['不成立', 'Not upheld'],
  },
  reaction: {
    accepted: ['接受', 'Accepted'],
    notAccepted: ['不接受，要求再查', 'Not accepted, look again'],
    escalated: ['不接受，要求升级', 'Not accepted, escalate'],
  },
  field: {
    kind: ['类型', 'Kind'],
    what: ['客户说了什么', 'What the customer said'],
    known: ['已知情况', 'What is known'],
    where: ['在哪里', 'Where'],
    'project.hint': ['不针对某个项目的，选客户即可', 'Where it is about no project, choose the customer'],
    contact: ['提出人', 'Said by'],
    'contact.hint': ['填客户联系人的姓名；匿名的可不填', 'The name of a contact; leave it out if anonymous'],
    channel: ['受理渠道', 'Channel'],
    about: ['针对哪条记录', 'About which record'],
    'about.hint': ['服务单、回访等的编号，没有可不填', 'The number of an incident or call-back, if any'],
    accused: ['被投诉人', 'Staff member concerned'],
    'accused.hint': ['针对我方人员的才填；本人不得经办', 'Only where it is about one; they take no part in it'],
    received: ['受理时间', 'Received'],
    receiver: ['受理人', 'Received by'],
    'time.hint': ['如 14:30 或 11-25 14:30；不填即现在', 'Such as 14:30 or 11-25 14:30; leave blank for now'],
    severity: ['严重程度', 'Severity'],
    handler: ['经办人', 'Handled by'],
    'handler.hint': ['不能是被投诉人', 'Not the colleague complained of'],
    how: ['告知方式', 'Told by'],
    acknowledged: ['告知时间', 'Acknowledged'],
    notes: ['调查情况', 'Investigation'],
    upheld: ['调查结论', 'Outcome of the investigation'],
    answer: ['答复', 'Answer'],
    remedy: ['补救措施', 'Remedy'],
    'remedy.hint': ['我方提出怎样补救，没有可不填', 'What we offer to put it right, if anything'],
    reaction: ['客户意见', 'What the customer says to it'],
    words: ['客户原话', 'In their words'],
    assessment: ['评估意见', 'Assessment'],
    closing: ['终止说明', 'Closing note'],
    closed: ['终止时间', 'Closed'],
    withdrawal: ['撤回原因', 'Withdrawn because'],
    reopening: ['重新受理的原因', 'Reopened because'],
  },
  wordless: [
    '还没有记下客户的原话，请点“补记原话”。',
    'The customer’s own words are still missing: press “Add their words”.',
  ],
  ask: {
    words: ['客户的原话', 'In the customer’s words'],
    note: ['查到了什么', 'What was found out'],
    closing: ['补救措施落实情况', 'How the remedy was carried out'],
    unsettled: ['为什么终止，客户还可以怎样申诉', 'Why it is closed, and where else the customer may turn'],
    withdrawal: ['客户为什么撤回', 'Why the customer withdraws it'],
    reopening: ['为什么重新受理', 'Why it is taken up again'],
    adopted: ['准备怎么做', 'What will be done'],
    notAdopted: ['为什么不采纳', 'Why it is not adopted'],
  },
  about: ['针对 {number}', 'About {number}'],
  refusal: {
    ownMatter: [
      '被投诉人不能经办自己的投诉，请另选经办人。',
      'The staff member concerned cannot handle the complaint. Please choose someone else.',
    ],
    inWords: [
      '客户的原话已经记下了。要补充，请写评论。',
      'The customer’s words are written down already. For more, add a comment.',
    ],
  },
  proposal: {
    said: ['客户反映：{text}', 'The customer says: {text}'],
    found: ['处理意见：{text}', 'Our answer: {text}'],
  },
  tell: ['可以告诉客户（可复制）', 'For the customer, ready to copy'],
  'tell.received': [
    '您好，您于{received}提出的{kind}已收到，编号 {number}。我们会尽快核实，并在{answerBy}前答复您。',
    'Your {kind} of {received} has reached us under number {number}. We are looking into it and will answer by {answerBy}.',
  ],
  'tell.underWay': [
    '您好，您于{received}提出的{kind}（编号 {number}）正在调查处理，我们将在{answerBy}前答复您。',
    'Your {kind} of {received}, number {number}, is being looked into. We will answer by {answerBy}.',
  ],
  'tell.thanks': [
    '您好，感谢您于{received}提出的建议，编号 {number}。我们正在评估，将在{answerBy}前告诉您结果。',
    'Thank you for your suggestion of {received}, number {number}. We are assessing it and will tell you the outcome by {answerBy}.',
  ],
  'tell.answered': [
    '您好，您提出的{kind}（编号 {number}）已查清：{answer}如对处理结果有意见，请告诉我们。',
    'We have looked into your {kind}, number {number}. {answer} Please tell us if this does not settle it for you.',
  ],
  'tell.offered': [
    '您好，您提出的{kind}（编号 {number}）已查清：{answer}我们将这样补救：{remedy}如对处理结果有意见，请告诉我们。',
    'We have looked into your {kind}, number {number}. {answer} To put it right: {remedy} Please tell us if this does not settle it for you.',
  ],
  'tell.adopted': [
    '您好，您的建议（编号 {number}）已采纳：{text}感谢您帮助我们改进。',
    'We take up your suggestion, number {number}. {text} Thank you for helping us improve.',
  ],
  'tell.notAdopted': [
    '您好，您的建议（编号 {number}）经评估暂不采纳：{text}感谢您的关心。',
    'We have assessed your suggestion, number {number}, and do not take it up. {text}',
  ],
  'tell.closed': [
    '您好，您提出的{kind}（编号 {number}）已处理完毕：{text}如有新的情况，请随时告诉我们。',
    'Your {kind}, number {number}, is closed. {text} Please tell us if anything new comes up.',
  ],
  'tell.withdrawn': [
    '您好，您提出的{kind}（编号 {number}）已按您的意思撤回。如有新的情况，请随时告诉我们。',
    'Your {kind}, number {number}, is withdrawn as you wished. Please tell us if anything new comes up.',
  ],
  role: {
    handler: ['经办人', 'Handler'],
    receiver: ['受理人', 'Receiver'],
    accused: ['被投诉人', 'Staff member concerned'],
  },
  state: {
    received: ['已受理，待告知', 'Received, to be acknowledged'],
    investigating: ['调查处理中', 'Under investigation'],
    answered: ['已答复，待客户意见', 'Answered, waiting for the customer'],
    escalated: ['已升级', 'Escalated'],
    accepted: ['客户已接受，待终止', 'Accepted, to be closed'],
    assessing: ['建议评估中', 'Being assessed'],
    closed: ['已终止', 'Closed'],
    withdrawn: ['客户已撤回', 'Withdrawn by the customer'],
  },
  lead: {
    received: [
      '收到一条投诉或建议，请在时限内告知客户已受理。',
      'A complaint or suggestion came in. Please tell the customer in time that we have it.',
    ],
    investigating: [
      '这条投诉由您经办，请调查并在时限内答复客户。',
      'This complaint is yours. Please look into it and answer the customer in time.',
    ],
    answered: ['已答复客户，请问清客户是否接受。', 'The customer has our answer. Please ask whether they accept it.'],
    escalated: [
      '客户不接受答复，要求升级，请再次调查并答复。',
      'The customer does not accept the answer. Please look into it again and answer.',
    ],
    accepted: [
      '客户已接受，请落实补救措施后终止。',
      'The customer accepts. Please carry out the remedy, then close it.',
    ],
    assessing: [
      '这条建议请您评估：采纳，或说明不采纳的原因。',
      'Please assess this suggestion: adopt it, or say why not.',
    ],
  },
  move: {
    assign: ['定级并指派', 'Grade and assign'],
    acknowledge: ['告知客户', 'Acknowledge'],
    putInWords: ['补记原话', 'Add their words'],
    investigate: ['登记调查情况', 'Add a note'],
    answer: ['答复', 'Answer'],
    answerEscalated: ['再次答复', 'Answer again'],
    react: ['登记客户意见', 'Customer’s word'],
    adopt: ['采纳', 'Adopt'],
    notAdopt: ['不采纳', 'Do not adopt'],
    close: ['终止', 'Close'],
    closeUnsettled: ['未达成一致而终止', 'Close without agreement'],
    withdraw: ['客户撤回', 'Withdrawn by customer'],
    reopen: ['重新受理', 'Reopen'],
  },
  done: {
    create: ['受理了投诉或建议', 'recorded it'],
    assign: ['定级并指派了经办人', 'graded and assigned it'],
    acknowledge: ['告知了客户', 'told the customer that we have it'],
    putInWords: ['补记了客户的原话', 'added the customer’s words'],
    investigate: ['登记了调查情况', 'added a note'],
    answer: ['答复了客户', 'answered the customer'],
    answerEscalated: ['再次答复了客户', 'answered the customer again'],
    react: ['登记了客户意见', 'recorded the customer’s word'],
    adopt: ['采纳了建议', 'adopted it'],
    notAdopt: ['决定不采纳', 'did not adopt it'],
    close: ['终止', 'closed it'],
    closeUnsettled: ['未达成一致而终止', 'closed it without agreement'],
    withdraw: ['登记了客户撤回', 'recorded that the customer withdrew it'],
    reopen: ['重新受理', 'reopened it'],
  },
});

/** How people call complaints in chat. */
export const complaintCalled: Called = {
  nouns: {
    'zh-CN': ['投诉', '建议', '客户投诉', '客户建议'],
    en: ['complaint', 'complaints', 'suggestion', 'suggestions'],
  },
  phrases: { 'zh-CN': ['登记投诉', '登记建议'], en: [] },
  slash: 'complaint',
};
