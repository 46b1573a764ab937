import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of survey invitations, Chinese and English side by side. */
export const surveyInvitationWords = defineWords('surveyInvitation', {
  noun: ['调查邀请', 'Survey invitation'],
  nouns: ['调查邀请', 'Survey invitations'],
  field: {
    month: ['月份', 'Month'],
    letter: ['发送', 'Message'],
    share: ['人工发送', 'Sent by hand'],
    reminders: ['已提醒次数', 'Reminders'],
    via: ['怎样得到的回复', 'How the answers came'],
    declined: ['客户不愿填写的原因', 'Why the contact declines'],
  },
  via: {
    link: ['客户在线填写', 'by the link'],
    phone: ['电话代填', 'by telephone'],
    paper: ['纸质问卷', 'on paper'],
    staff: ['其他方式代填', 'told to staff'],
  },
  way: {
    mail: ['邮件', 'e-mail'],
    sms: ['短信', 'text message'],
  },
  letter: {
    sent: ['已发送', 'sent'],
    refused: ['被对方服务器拒收', "refused by the contact's server"],
    later: ['多次发送未成功', 'could not be sent'],
    unknown: ['是否送达不明', 'delivery unknown'],
    byHand: ['请人工联系', 'to be sent by hand'],
  },
  refusal: {
    reminded: ['已经提醒到规定的次数，不再提醒。', 'This contact has been reminded as often as they may be.'],
    closed: ['这份调查已经结束，不再接收回复。', 'This survey is over and takes no more answers.'],
    answer: ['第 {at} 题：{problem}', 'Question {at}: {problem}'],
  },
  proposal: {
    title: ['{about}：客户满意度评分 {score} 分', '{about}: customer satisfaction rated {score}'],
    facts: ['调查 {survey} 的总体评分为 {score} 分。', 'The overall rating in survey {survey} is {score}.'],
  },
  role: {
    lead: ['调查负责人', 'The surveyor'],
  },
  state: {
    asked: ['待回复', 'Waiting for an answer'],
    answered: ['已回复', 'Answered'],
    closed: ['已结束', 'Closed'],
  },
  move: {
    enter: ['代填答案', 'Enter answers'],
    share: ['取链接和二维码', 'Link and QR code'],
    decline: ['客户不愿填写', 'Contact declines'],
    include: ['并入调查', 'Include a survey'],
    answer: ['客户填写', 'Answer'],
    delivered: ['登记发送结果', 'Note delivery'],
    remind: ['提醒', 'Remind'],
    close: ['结束', 'Close'],
  },
  done: {
    create: ['发起了邀请', 'invited the contact'],
    enter: ['代填了答案', 'entered answers'],
    share: ['取了链接和二维码', 'took the link and the QR code'],
    decline: ['登记了客户不愿填写', 'noted that the contact declines'],
    include: ['并入了一项调查', 'included a survey'],
    answer: ['填写了问卷', 'the contact answered'],
    delivered: ['登记了发送结果', 'noted what became of the message'],
    remind: ['再次提醒了客户', 'reminded the contact'],
    close: ['结束了一项调查', 'closed a survey'],
  },
  news: {
    refused: [
      '调查邀请 {number} 被对方服务器拒收，请用其他方式联系客户。',
      "Invitation {number} was refused by the contact's server. Please reach them another way.",
    ],
    later: [
      '调查邀请 {number} 一直没有发出去，请用其他方式联系客户。',
      'Invitation {number} could not be sent. Please reach the contact another way.',
    ],
    unknown: [
      '调查邀请 {number} 是否送达不明，请向客户确认。',
      'Nobody knows whether invitation {number} arrived. Please ask the contact.',
    ],
    byHand: [
      '调查邀请 {number} 无法自动发送，请取链接转给客户，或电话询问后代填。',
      'Invitation {number} cannot be sent from here. Pass the link on to the contact, or call them and enter what they say.',
    ],
  },
});

/** What people call survey invitations in chat. */
export const surveyInvitationCalled: Called = {
  nouns: { 'zh-CN': ['邀请'], en: ['invitation', 'invitations'] },
};
