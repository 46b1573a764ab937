import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of service reports, Chinese and English side by side. */
export const serviceReportWords = defineWords('serviceReport', {
  noun: ['服务报告', 'Service report'],
  nouns: ['服务报告', 'Service reports'],
  new: {
    title: ['填写现场服务报告', 'New service report'],
    intro: [
      '巡检等计划内的现场工作，从这里填写；事件在现场解决时，报告会自动生成草稿。',
      'For planned work on site, such as an inspection. When an incident is resolved on site, its report is drafted by itself.',
    ],
  },
  created: ['已生成服务报告 {number}，请交客户签字。', 'Service report {number} is ready for the customer to sign.'],
  field: {
    title: ['服务内容', 'Service'],
    contact: ['客户联系人', 'Contact'],
    'contact.hint': ['填项目联系人的姓名', "The name of one of the project's contacts"],
    engineer: ['现场工程师', 'Engineer on site'],
    started: ['开始时间', 'Started'],
    ended: ['结束时间', 'Ended'],
    'time.keep': [
      '不填则保持原来的时间；修改请写成 14:30 或 11-25 14:30',
      'Blank keeps the time; to change it write 14:30 or 11-25 14:30',
    ],
    done: ['完成情况', 'What was done'],
    incident: ['服务单号', 'Incident or request'],
    outcome: ['签字结果', 'Outcome'],
    way: ['签字方式', 'Signed on'],
    signer: ['签字人', 'Signed by'],
    post: ['签字人职务', "Signer's post"],
    signedAt: ['签字时间', 'Signed at'],
    score: ['本次服务评价', 'Rating of this service'],
    engineerScore: ['工程师评价', 'Rating of the engineer'],
    comment: ['客户意见', "Customer's comment"],
    remark: ['保留意见或未签原因', 'Reservation, or why it was not signed'],
    'remark.hint': ['“有保留签字”和“拒绝签字”时必填', 'Needed for a reservation and for a refusal'],
    photo: ['签字或盖章后的照片', 'Photograph with signature or stamp'],
    address: ['提交来源', 'Sent from'],
  },
  handedBy: {
    phone: ['使用手机', 'Phone of'],
    paper: ['录入人', 'Entered by'],
  },
  outcome: {
    signed: ['已签字', 'Signed'],
    reserved: ['有保留签字', 'Signed with a reservation'],
    refused: ['拒绝签字', 'Signature refused'],
    absent: ['客户不在场', 'Customer absent'],
  },
  way: {
    customerPhone: ['客户手机', "The customer's phone"],
    engineerPhone: ['工程师手机（由客户操作）', "The engineer's phone, in the customer's hands"],
    paper: ['纸质签字或盖章', 'Paper, signed or stamped'],
  },
  unknownSigner: [
    '{name} 不在项目联系人名单中，请核对身份。',
    "{name} is not among the project's contacts; please check who signed.",
  ],
  signature: ['签名', 'Signature'],
  'signature.of': ['{name}的签名', 'Signature of {name}'],
  'signature.ofPost': ['{name}（{post}）的签名', 'Signature of {name}, {post}'],
  sealed: ['已固化，SHA-256：{hash}', 'Frozen, SHA-256: {hash}'],
  reason: {
    sendBack: ['退回原因', 'Why it is sent back'],
    cancel: ['取消的原因', 'Why it is cancelled'],
  },
  refusal: {
    changed: [
      '报告内容已更新，请重新核对后再提交。',
      'The report was changed meanwhile. Please read it again and send your answer once more.',
    ],
    incomplete: [
      '签字需要填写签字人和两项评价；有保留或拒绝签字时，请写明原因。',
      'A signature needs the signer and both ratings; for a reservation or a refusal, say why.',
    ],
    noPhoto: [
      '请附上签字或盖章后的照片；也可以先把照片发给机器人，选补充到这份报告。',
      'Please add the photograph with signature or stamp. You may also send it to the bot first and choose this report.',
    ],
    times: ['结束时间早于开始时间，请核对。', 'It ended before it started; please check the times.'],
  },
  role: {
    engineer: ['现场工程师', 'engineer on site'],
    lead: ['专业负责人', 'specialty lead'],
  },
  state: {
    draft: ['草稿', 'Draft'],
    awaiting: ['待客户签字', 'Waiting for the customer'],
    signed: ['已签字，待核对提交', 'Signed, to be checked'],
    unsigned: ['未签字，待核对提交', 'Not signed, to be checked'],
    closed: ['已提交', 'Submitted'],
    cancelled: ['已取消', 'Cancelled'],
  },
  lead: {
    draft: ['请核对这份服务报告，交客户签字。', 'Please check this service report and have the customer sign it.'],
    awaiting: ['正在等客户签字。', 'Waiting for the customer to sign.'],
    signed: ['客户已签字，请核对后提交。', 'The customer has signed. Please check the report and submit it.'],
    unsigned: [
      '客户没有签字，请核对情况后提交，或退回重新签字。',
      'The customer did not sign. Please check and submit, or send it back to be signed.',
    ],
  },
  move: {
    prepare: ['修改内容', 'Edit'],
    giveLink: ['客户手机签字', "Customer's phone"],
    signHere: ['在我手机上签字', 'Sign on my phone'],
    paper: ['录入纸质签字', 'Enter paper'],
    submit: ['核对无误，提交', 'Checked, submit'],
    sendBack: ['退回重签', 'Send back'],
    withdrawLinks: ['撤回链接', 'Withdraw links'],
    cancel: ['取消', 'Cancel report'],
    answer: ['客户答复', 'Customer answers'],
  },
  done: {
    create: ['生成了服务报告', 'drafted the service report'],
    prepare: ['修改了报告内容', 'edited the report'],
    giveLink: ['把签字链接交给客户', 'gave the customer the link'],
    signHere: ['把手机交给客户签字', 'handed over the phone'],
    paper: ['录入了纸质签字', 'entered the paper'],
    submit: ['核对并提交了报告', 'checked and submitted the report'],
    sendBack: ['退回重签', 'sent it back to be signed again'],
    withdrawLinks: ['撤回了链接', 'withdrew the links'],
    cancel: ['取消了报告', 'cancelled the report'],
    answer: ['答复了服务报告', 'answered'],
  },
  news: {
    signed: [
      '{number}：{name} 已签字，服务台将核对提交。',
      '{number}: signed by {name}. The service desk will check and submit it.',
    ],
    reserved: [
      '{number}：{name} 有保留签字，请查看保留意见。',
      '{number}: signed by {name} with a reservation; please read it.',
    ],
    refused: ['{number}：客户拒绝签字。', '{number}: the customer refused to sign.'],
    absent: ['{number}：登记为客户不在场。', '{number}: noted as customer absent.'],
    sentBack: [
      '{number} 已退回，请重新请客户签字。原因：{reason}',
      '{number} was sent back; please have it signed again. Reason: {reason}',
    ],
  },
});

/** What people call service reports in chat. */
export const serviceReportCalled: Called = {
  nouns: { 'zh-CN': ['现场服务报告', '服务报告单', '巡检报告'], en: ['report', 'reports'] },
  phrases: { 'zh-CN': ['现场服务报告', '填写服务报告'], en: [] },
  slash: 'report',
};
