import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of call-backs, Chinese and English side by side. */
export const callBackWords = defineWords('callBack', {
  noun: ['回访', 'Call-back'],
  nouns: ['回访', 'Call-backs'],
  state: {
    due: ['待回访', 'To be called'],
    reached: ['已回访', 'Answered'],
    unreached: ['未联系上', 'Not reached'],
    exempt: ['免回访', 'Exempt'],
    void: ['已失效', 'Void'],
  },
  lead: {
    due: ['有一条回访待完成。', 'A customer is waiting for a call-back.'],
  },
  role: {
    caller: ['回访人', 'Caller'],
    holder: ['领取人', 'The agent who took it'],
  },
  move: {
    answer: ['填写回访', 'Record the answer'],
    noAnswer: ['无人接听', 'No answer'],
    later: ['稍后再打', 'Call later'],
    sendLink: ['发评价链接', 'Send rating link'],
    take: ['我来回访', 'I call'],
    hold: ['正在回访', 'Calling'],
    passOn: ['交给同事', 'Pass on'],
    release: ['放回队列', 'Back to the queue'],
    exempt: ['免回访', 'Exempt'],
    complain: ['客户投诉', 'Complaint'],
    complained: ['投诉编号', 'Number of the complaint'],
    told: ['同步服务单', 'News from the incident'],
    rated: ['客户自评', 'Customer rating'],
    voided: ['失效', 'Void'],
  },
  done: {
    create: ['生成了回访', 'raised the call-back'],
    answer: ['完成了回访', 'recorded the answer'],
    noAnswer: ['拨打，无人接听', 'called, no answer'],
    later: ['约定再联系', 'called, to be called again'],
    sendLink: ['把评价链接交给了客户', 'gave the customer a link to rate it'],
    take: ['领取了回访', 'took it'],
    hold: ['正在回访', 'is calling'],
    passOn: ['交给了同事', 'passed it on'],
    release: ['放回了队列', 'gave it back to the queue'],
    exempt: ['登记为免回访', 'exempted it'],
    complain: ['登记了客户投诉', 'opened a complaint'],
    complained: ['记下了投诉编号', 'heard the number of the complaint'],
    told: ['同步了服务单', 'heard of changes'],
    rated: ['记下了客户的评价', 'heard from the customer directly'],
    voided: ['服务单重新打开，回访失效', 'voided it: the incident is open again'],
  },
  field: {
    about: ['服务单', 'About'],
    title: ['职务', 'Title'],
    phone: ['电话', 'Telephone'],
    preferred: ['方便时间', 'Likes to be called'],
    hours: ['可致电时段', 'May be called'],
    language: ['语言', 'Language'],
    engineer: ['工程师', 'Engineer'],
    done: ['处理情况', 'What was done'],
    since: ['回访计时起点', 'Counted from'],
    attempted: ['首次拨打时间', 'First tried'],
    answered: ['客户评价时间', 'Answered'],
    score: ['总体满意度', 'Satisfaction'],
    speed: ['响应速度', 'Speed'],
    attitude: ['服务态度', 'Attitude'],
    result: ['处理结果', 'Result'],
    comment: ['客户原话', 'In the customer’s words'],
    'comment.hint': ['照客户的原话记；有投诉时必填', 'As they said it; needed for a complaint'],
    complaint: ['客户要投诉吗', 'Is it a complaint?'],
    via: ['评价方式', 'How'],
    when: ['什么时候再打', 'When to call again'],
    time: ['约定时间', 'Time agreed'],
    'time.hint': ['如 15:30 或 11-26 09:30', 'Such as 15:30 or 11-26 09:30'],
    to: ['交给谁', 'Pass on to'],
    reason: ['免回访的原因', 'Why nobody is called'],
  },
  complaint: {
    yes: ['要投诉', 'Yes, a complaint'],
    no: ['没有投诉', 'No complaint'],
    account: [
      '{title}：客户在回访中提出投诉，原话待补记。服务单 {number}。',
      '{title}: the customer complained in the call-back; their words are to follow. Incident {number}.',
    ],
    done: ['处理情况：{done}', 'What was done: {done}'],
    opened: ['已登记投诉 {number}', 'Complaint {number} is open'],
    numbering: ['已登记投诉，编号稍后显示', 'The complaint is open; its number follows'],
  },
  later: {
    '30': ['半小时后', 'In half an hour'],
    '60': ['一小时后', 'In an hour'],
    '120': ['两小时后', 'In two hours'],
    time: ['按约定时间', 'At the time agreed'],
  },
  via: {
    call: ['电话回访', 'By telephone'],
    page: ['客户在页面评价', 'By the customer, on a page'],
    link: ['客户通过链接评价', 'By the customer, through a link'],
  },
  contact: {
    none: ['未登记联系人', 'No contact known'],
  },
  phone: {
    none: ['未登记电话', 'No number known'],
  },
  exempt: {
    unasked: ['监控告警，无人报修，按设置免回访。', 'Raised by monitoring, and nobody asked: exempt by the settings.'],
    imported: [
      '历史导入：导入时已过回访时限，免回访。',
      'Imported history: its time was over when it was imported, so nobody is called.',
    ],
  },
  language: {
    'zh-CN': ['中文', 'Chinese'],
    en: ['英语', 'English'],
  },
  attempt: {
    noAnswer: ['{at}　{who} 拨打，无人接听', '{at}  {who} called, no answer'],
    later: ['{at}　{who} 已拨打，约 {until} 再联系', '{at}  {who} called, to call again {until}'],
    link: ['{at}　{who} 已联系，把评价链接交给了客户', '{at}　{who} gave the customer a link to rate it'],
  },
  form: {
    sayWhen: ['请填写约定的时间。', 'Say at what time.'],
  },
  refusal: {
    taken: [
      '{person} 正在回访这位客户，请先回访下一条。',
      '{person} is calling this customer. Please go on with the next.',
    ],
    noWords: ['有投诉时，请记下客户的原话。', 'For a complaint, write down what the customer said.'],
    complained: ['这次回访的投诉已经登记，不用重复登记。', 'The complaint of this call is open already.'],
    asked: ['这张服务单有报告人，应当回访，不能免。', 'A customer asked for this service, so they are called back.'],
  },
  news: {
    passedOn: ['同事把回访 {number} 交给了您。', 'A colleague passed call-back {number} on to you.'],
  },
  figure: {
    reachedInTime: ['时限内回访到', 'Reached in time'],
    attemptedInTime: ['时限内已拨打', 'Tried in time'],
    unreached: ['未联系上', 'Not reached'],
    exempt: ['免回访', 'Exempt'],
    satisfied: ['满意度（4–5 分占比）', 'Satisfied (share of 4 and 5)'],
  },
});

/** What people call call-backs in chat. */
export const callBackCalled: Called = {
  nouns: { 'zh-CN': [], en: ['callback'] },
  slash: 'callback',
};
