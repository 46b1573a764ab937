import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of satisfaction reports, Chinese and English side by side. */
export const satisfactionReportWords = defineWords('satisfactionReport', {
  noun: ['满意度分析报告', 'satisfaction report'],
  nouns: ['满意度分析报告', 'Satisfaction reports'],
  new: {
    title: ['起草满意度分析报告', 'Draft a satisfaction report'],
  },
  created: ['已起草 {number}，数据一小时内填入。', '{number} is drafted; its figures follow within the hour.'],
  kind: {
    quarter: ['季度', 'Quarter'],
    year: ['年度', 'Year'],
  },
  title: {
    quarter: ['{period}客户满意度调查分析报告', 'Customer satisfaction analysis, {period}'],
    year: ['{period}度客户满意度综合分析报告', 'Yearly customer satisfaction analysis, {period}'],
  },
  field: {
    period: ['期间', 'Period'],
    conclusion: ['总体评价', 'Overall'],
    problems: ['主要问题', 'Main problems'],
    measures: ['改进措施', 'Improvements'],
    returned: ['退回的原因', 'Why it was returned'],
  },
  wait: ['数据一小时内填入，届时即可编写。', 'The figures follow within the hour; it can be written then.'],
  none: ['暂无数据', 'no data yet'],
  figures: [
    '{rate}（{met}/{of}），均分 {mean}，百分制 {outOf100} 分',
    '{rate} ({met} of {of}), mean {mean}, {outOf100} out of 100',
  ],
  small: ['，样本少', ', a small sample'],
  before: ['（上期 {value}）', ' (before: {value})'],
  services: ['服务满意度', 'Services, satisfied'],
  rated: ['服务评价率', 'Services that were rated'],
  surveys: ['调查满意度', 'Surveys, satisfied'],
  answered: ['问卷回收率', 'Survey response'],
  trend: ['各月满意度', 'Satisfaction by month'],
  'trend.alt': [
    '{months} 个月的满意度；本期服务满意度 {rate}。',
    'Satisfaction of {months} months; services of the period {rate}.',
  ],
  customers: ['按客户', 'By customer'],
  projects: ['按项目', 'By project'],
  questions: ['按调查问题', 'By question'],
  comments: ['客户原话', 'In the customers’ words'],
  more: ['另有 {count} 个，满意度更高。', 'Others, more satisfied: {count}.'],
  formulas: [
    '口径：满意度 = 4 分和 5 分的评价 ÷ 全部评价；均分为 1 至 5 分，百分制 = 均分 × 20；服务按解决日期、调查按发起日期计入本期；由低到高排列；受限事项不计入。',
    'How they are calculated: satisfied = ratings of 4 and 5 ÷ all ratings; the mean is of 1 to 5, out of 100 it is the mean × 20; services count by their resolution, surveys by their start; the least satisfied come first; what is restricted does not count.',
  ],
  refusal: {
    noFigures: ['数据还没有填入，请一小时后再提交。', 'The figures are not there yet. Please submit it in an hour.'],
    nothingWritten: [
      '还没有写总体评价，请先编写再提交。',
      'Nothing is said under Overall yet. Please write it first, then submit.',
    ],
  },
  role: {
    approver: ['审批人', 'the approver'],
    author: ['编写人', 'its author'],
  },
  state: {
    drafted: ['编写中', 'Being written'],
    submitted: ['待审批', 'Waiting for approval'],
    approved: ['已批准', 'Approved'],
  },
  lead: {
    drafted: [
      '满意度分析报告的数据已备好，请编写评价和改进措施。',
      'The figures of a satisfaction report are ready; please write what they say and what to do.',
    ],
    submitted: ['有一份满意度分析报告请您审批。', 'A satisfaction report waits for your approval.'],
  },
  move: {
    write: ['编写', 'Write'],
    submit: ['提交', 'Submit'],
    approve: ['批准', 'Approve'],
    sendBack: ['退回', 'Return'],
    reckon: ['更新数据', 'Recalculate'],
  },
  done: {
    create: ['起草了报告', 'drafted the report'],
    write: ['编写了报告', 'wrote the report'],
    submit: ['提交审批', 'submitted it'],
    approve: ['批准了报告', 'approved the report'],
    sendBack: ['退回修改', 'returned it'],
    reckon: ['更新了数据', 'brought the figures up to date'],
  },
  news: {
    approved: ['{number} 已批准，已发到频道。', '{number} is approved and posted to the channels.'],
  },
});

/** What people call satisfaction reports in chat. */
export const satisfactionReportCalled: Called = {
  nouns: { 'zh-CN': ['满意度报告'], en: ['satisfaction-report'] },
};
