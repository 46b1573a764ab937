import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of company surveys, Chinese and English side by side. */
export const companySurveyWords = defineWords('companySurvey', {
  noun: ['年度满意度调查', 'Yearly survey'],
  nouns: ['年度满意度调查', 'Yearly surveys'],
  new: {
    title: ['策划年度满意度调查', 'Plan the yearly survey'],
  },
  created: [
    '已建立年度调查 {number}，样本已按客户级别和在运项目列好。',
    'Yearly survey {number} is planned; its sample follows customer levels and running projects.',
  ],
  form: {
    badYear: ['请填四位年份，如 2026。', 'Give a year of four digits, such as 2026.'],
  },
  field: {
    year: ['年度', 'Year'],
    customers: ['客户', 'Customers'],
    sample: ['样本', 'Sample'],
    approved: ['方案审批', 'Plan approved by'],
    until: ['收集截止', 'Answers in by'],
    comment: ['结束说明', 'Remark on closing'],
  },
  sample: ['{customers} 家客户，{contacts} 位联系人', '{customers} customers, {contacts} contacts'],
  whole: ['样本覆盖了所有主要客户和在运项目。', 'The sample covers every major customer and every running project.'],
  gap: {
    customers: ['未覆盖的客户（{count}）', 'Customers not covered ({count})'],
    projects: ['未覆盖的项目（{count}）', 'Projects not covered ({count})'],
  },
  unanswered: ['尚未答复（{count}）', 'Not answered yet ({count})'],
  contact: ['{name}（{customer}）', '{name} ({customer})'],
  reason: {
    gap: ['未全覆盖的原因', 'Why the sample is not complete'],
    'gap.hint': ['样本已全覆盖的，可不填', 'Leave blank when it is'],
    return: ['退回的原因', 'Why the plan is returned'],
    cancel: ['取消的原因', 'Why it is cancelled'],
  },
  refusal: {
    gap: [
      '样本没有覆盖所有主要客户和项目。请补上，或写明原因后提交审批。',
      'The sample leaves out major customers or projects. Take them in, or give the reason, which will be approved.',
    ],
    empty: ['样本里还没有客户，请先选入客户。', 'The sample is empty. Add customers first.'],
  },
  role: {
    approver: ['方案审批人', 'Approver of the plan'],
    planner: ['方案编制人', 'Author of the plan'],
  },
  state: {
    planning: ['策划中', 'Planning'],
    approval: ['方案待审批', 'Plan to be approved'],
    ready: ['待发出', 'Ready to be sent'],
    collecting: ['收集中', 'Collecting'],
    closed: ['已结束', 'Closed'],
    cancelled: ['已取消', 'Cancelled'],
  },
  lead: {
    planning: [
      '年度满意度调查待策划，请核对样本后提交方案。',
      'The yearly survey needs a plan. Please check its sample and submit the plan.',
    ],
    approval: [
      '年度调查的样本未全覆盖，请审批方案。',
      'The sample of the yearly survey leaves someone out. Please decide on the plan.',
    ],
    ready: ['年度调查的方案已定，可以发出。', 'The plan of the yearly survey stands. It can be sent.'],
    collecting: [
      '年度调查正在收集，到期后请结束。',
      'The yearly survey is open. Please close it when its time is over.',
    ],
  },
  move: {
    takeIn: ['选入客户', 'Add customers'],
    leaveOut: ['移出客户', 'Remove customers'],
    submitPlan: ['提交方案', 'Submit plan'],
    approvePlan: ['批准方案', 'Approve plan'],
    returnPlan: ['退回方案', 'Return plan'],
    send: ['发出调查', 'Send survey'],
    close: ['结束调查', 'Close survey'],
    cancel: ['取消调查', 'Cancel survey'],
    answered: ['收到回复', 'Note answer'],
  },
  done: {
    create: ['开始策划', 'began planning'],
    takeIn: ['选入了客户', 'took customers in'],
    leaveOut: ['移出了客户', 'left customers out'],
    submitPlan: ['提交了方案', 'submitted the plan'],
    approvePlan: ['批准了方案', 'approved the plan'],
    returnPlan: ['退回了方案', 'returned the plan'],
    send: ['发出了调查', 'sent the survey'],
    close: ['结束了调查', 'closed the survey'],
    cancel: ['取消了调查', 'cancelled the survey'],
    answered: ['收到了回复', 'an answer came in'],
  },
});

/** What people call company surveys in chat. */
export const companySurveyCalled: Called = {
  nouns: { 'zh-CN': ['年度调查'], en: ['yearly-survey'] },
};
