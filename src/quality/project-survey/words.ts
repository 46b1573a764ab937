import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of project surveys, Chinese and English side by side. */
export const projectSurveyWords = defineWords('projectSurvey', {
  noun: ['项目满意度调查', 'Project survey'],
  nouns: ['项目满意度调查', 'Project surveys'],
  new: {
    title: ['新建项目满意度调查', 'New project survey'],
  },
  created: ['已建立调查 {number}。', 'Survey {number} is planned.'],
  field: {
    specialty: ['专业', 'Specialty'],
    'specialty.hint': ['项目没有分专业的，可不选', 'Leave blank for a project without specialties'],
    month: ['月份', 'Month'],
    due: ['收齐日期', 'Answers in by'],
    comment: ['提交说明', 'Remark on submitting'],
    outcome: ['收集结果', 'Outcome'],
  },
  outcome: {
    answers: ['已有回复', 'Answers received'],
    none: ['无人回复', 'No answers'],
  },
  reason: {
    sendBack: ['退回的原因', 'Why it is sent back'],
    cancel: ['取消的原因', 'Why it is cancelled'],
  },
  refusal: {
    noContacts: [
      '这个项目还没有联系人。请先用“/project”补上联系人，再发出调查。',
      'This project has no contacts yet. Add them with /project, then send the survey.',
    ],
  },
  role: {
    lead: ['专业负责人', 'Specialty lead'],
  },
  state: {
    planned: ['待发出', 'To be sent'],
    collecting: ['收集中', 'Collecting'],
    collected: ['待提交', 'To be submitted'],
    submitted: ['已提交', 'Submitted'],
    cancelled: ['已取消', 'Cancelled'],
  },
  lead: {
    planned: ['本月的客户满意度调查待发出。', "This month's customer survey is waiting to be sent."],
    collecting: [
      '调查正在收集；未回复的客户可以电话询问后代填。',
      'The survey is open. You can call those who have not answered and enter what they say.',
    ],
    collected: ['调查已收齐，请核对后提交。', 'The answers are in. Please check and submit the survey.'],
  },
  move: {
    send: ['发出调查', 'Send survey'],
    addContact: ['增加联系人', 'Add contact'],
    collect: ['结束收集', 'End collecting'],
    submit: ['提交调查表', 'Submit survey'],
    sendBack: ['退回补收', 'Send back'],
    cancel: ['取消调查', 'Cancel survey'],
    invited: ['邀请登记', 'Note invitation'],
    answered: ['收到回复', 'Note answer'],
    runOut: ['到期结束收集', 'End collecting by the day'],
  },
  done: {
    create: ['列入了本月调查', 'planned the survey'],
    send: ['发出了调查', 'sent the survey'],
    addContact: ['增加了联系人', 'added a contact'],
    collect: ['结束了收集', 'ended collecting'],
    submit: ['提交了调查表', 'submitted the survey'],
    sendBack: ['退回补收', 'sent it back for more answers'],
    cancel: ['取消了调查', 'cancelled the survey'],
    invited: ['登记了邀请', 'an invitation was noted'],
    answered: ['收到了回复', 'an answer came in'],
    runOut: ['到期，收集结束', 'its day was over, collecting ended'],
  },
});

/** What people call project surveys in chat. */
export const projectSurveyCalled: Called = {
  nouns: { 'zh-CN': ['调查', '满意度调查'], en: ['survey', 'surveys'] },
  slash: 'survey',
};
