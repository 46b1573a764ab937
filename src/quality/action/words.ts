import { defineWords } from '../../records/declaration/words.ts';

/** The words of actions, Chinese and English side by side. */
export const actionWords = defineWords('action', {
  noun: ['措施', 'Action'],
  nouns: ['措施', 'actions'],
  field: {
    finding: ['所属不符合项', 'For'],
    kind: ['类型', 'Type'],
    evidence: ['完成证据', 'Evidence'],
    'evidence.hint': [
      '做了什么，凭什么能看出来（单号、文件、链接）',
      'What was done, and what shows it (ticket, document, link)',
    ],
    sentBack: ['退回意见', 'Sent back because'],
    progress: ['进展', 'Progress'],
    transferReason: ['转交原因', 'Reason for the transfer'],
    withdrawal: ['撤销原因', 'Withdrawn because'],
  },
  role: {
    owner: ['措施负责人', 'Owner of the action'],
    approver: ['报告审批人', 'Approver of the report'],
    head: ['责任部门负责人', 'Head of the responsible department'],
  },
  transferred: ['{at} {from} 转交给 {to}：{reason}', '{at}: {from} transferred it to {to}: {reason}'],
  state: {
    withdrawn: ['已撤销', 'Withdrawn'],
    open: ['实施中', 'Under way'],
    done: ['已完成', 'Done'],
  },
  move: {
    noteProgress: ['登记进展', 'Note progress'],
    transfer: ['转交', 'Transfer'],
    withdraw: ['撤销', 'Withdraw'],
    admitted: ['添加可见人员', 'Give access'],
    complete: ['完成', 'Done'],
    reopen: ['退回', 'Send back'],
  },
  done: {
    admitted: ['随发现项添加了可见人员', 'let the people of its finding see it'],
    noteProgress: ['登记了进展', 'noted progress'],
    transfer: ['转交了措施', 'transferred the action'],
    withdraw: ['随发现项撤销了措施', 'withdrew the action with its finding'],
    create: ['安排了措施', 'planned it'],
    complete: ['完成了措施', 'finished it'],
    reopen: ['退回了措施', 'sent it back'],
  },
  news: {
    transferred: [
      '措施 {number} 已转交给 {person}，完成日期不变。原因：{reason}',
      'Action {number} was transferred to {person}; its due date stands. Reason: {reason}',
    ],
    withdrawn: [
      '措施 {number} 已随发现项撤销，不用再做。原因：{reason}',
      'Action {number} was withdrawn with its finding; there is nothing left to do. Reason: {reason}',
    ],
  },
  lead: {
    open: [
      '有一项整改措施由您负责，完成后请提交证据。',
      'An action is yours. When it is done, please submit the evidence.',
    ],
  },
});
