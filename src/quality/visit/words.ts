import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of visits, Chinese and English side by side. */
export const visitWords = defineWords('visit', {
  noun: ['客户拜访', 'Visit'],
  nouns: ['客户拜访', 'visits'],
  new: {
    title: ['安排客户拜访', 'Plan a visit'],
    intro: [
      '定好最晚哪天去，再与客户约时间。参加人员中须有运维管理部经理或以上人员。',
      'Say by when; then agree on a day with the customer. The operations manager or above takes part.',
    ],
  },
  created: ['已安排 {number}。', '{number} is planned.'],
  sla: {
    met: ['达成', 'Met'],
    partly: ['部分达成', 'Partly met'],
    notMet: ['未达成', 'Not met'],
  },
  field: {
    due: ['最晚日期', 'No later than'],
    purpose: ['拜访目的', 'Purpose'],
    on: ['约定日期', 'Agreed day'],
    held: ['拜访日期', 'Visited on'],
    participants: ['我方参加人员', 'Who goes'],
    'participants.hint': ['至少一位运维管理部经理或以上人员', 'The operations manager or above among them'],
    met: ['客户方人员', 'People met'],
    'met.hint': ['姓名和职务', 'Names and posts'],
    notes: ['拜访记录', 'Record of the visit'],
    sla: ['客户认为 SLA 是否达成', 'Is the SLA met, says the customer'],
    slaNote: ['客户对 SLA 的意见', 'What they say of it'],
    newServices: ['客户希望增加的服务', 'New services they want'],
    commitments: ['承诺事项', 'Commitments'],
    commitment: ['向客户承诺了什么', 'What was promised'],
    commitmentOwner: ['谁来办', 'Who sees to it'],
    commitmentDue: ['什么时候办完', 'By when'],
    submittedBy: ['提交人', 'Submitted by'],
    cancellation: ['取消原因', 'Cancelled because'],
  },
  commitment: {
    due: ['{what}（{person}，{day}前）', '{what} ({person}, by {day})'],
    kept: ['{what}（{person}，{day}已办完）', '{what} ({person}, done {day})'],
  },
  refusal: {
    nobodySenior: [
      '参加人员中须有运维管理部经理或以上人员，请补充。',
      'The operations manager or above must be among those who go. Please add one.',
    ],
    notYet: ['拜访日期还没到，请在拜访后填写。', 'That day is still to come. Please write the record after the visit.'],
    tooMany: ['一次拜访最多登记 20 项承诺。', 'A visit holds at most 20 commitments.'],
  },
  calendar: {
    summary: ['拜访：{customer}', 'Visit: {customer}'],
    agreed: ['日期已约定', 'The day is agreed'],
    cancelled: ['拜访已取消，可更新日历', 'Visit cancelled; update your calendar'],
    button: ['加入日历', 'Add to calendar'],
    coming: [
      '日历文件会私信发给您，打开即可加入日历；改期后再导入一次，原来的日程会跟着改。',
      'The calendar file will come to you in a direct message. Open it to add the visit; after a change, open the new one and the entry moves.',
    ],
    none: ['还没有约定日期，或者拜访已经结束。', 'No day is agreed, or the visit is over.'],
  },
  role: {
    senior: ['运维管理部经理及以上', 'Operations manager or above'],
    participant: ['参加人员', 'Those who go'],
    lead: ['专业负责人', 'Specialty lead'],
  },
  state: {
    planned: ['待约定日期', 'No day agreed yet'],
    agreed: ['已约定', 'Agreed'],
    written: ['已记录，待提交', 'Written, to be submitted'],
    closed: ['已提交', 'Submitted'],
    cancelled: ['已取消', 'Cancelled'],
  },
  lead: {
    planned: ['该拜访这位客户了，请与客户约定日期。', 'This customer is due for a visit. Please agree on a day.'],
    agreed: ['拜访日期已约定，拜访后请填写拜访记录。', 'The day is agreed. Please write the record after the visit.'],
    written: ['拜访记录已填写，请核对后提交。', 'The record is written. Please check and submit it.'],
  },
  move: {
    agree: ['约定日期', 'Agree on a day'],
    write: ['填写拜访记录', 'Write the record'],
    commit: ['登记承诺', 'Add a commitment'],
    submit: ['提交', 'Submit'],
    cancel: ['取消', 'Cancel'],
    commitmentKept: ['承诺已兑现', 'Commitment kept'],
  },
  done: {
    create: ['安排了拜访', 'planned it'],
    agree: ['约定了日期', 'agreed on a day'],
    write: ['填写了拜访记录', 'wrote the record'],
    commit: ['登记了承诺事项', 'added a commitment'],
    submit: ['提交了拜访记录', 'submitted the record'],
    cancel: ['取消了拜访', 'cancelled it'],
    commitmentKept: ['兑现了一项承诺', 'a commitment was kept'],
  },
  figure: {
    held: ['到期拜访完成', 'Due visits that took place'],
    slaMet: ['客户认为服务级别已满足', 'Service level met, as customers see it'],
    newServices: ['提出新服务需求', 'Wished for new services'],
    cancelled: ['取消', 'Cancelled'],
  },
});

/** What people call visits in chat. */
export const visitCalled: Called = {
  nouns: { 'zh-CN': ['拜访', '客户拜访记录'], en: [] },
  phrases: { 'zh-CN': ['安排拜访'], en: [] },
  slash: 'visit',
};
