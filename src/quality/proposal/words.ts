import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';

/** The words of proposals, Chinese and English side by side. */
export const proposalWords = defineWords('proposal', {
  noun: ['发现项提议', 'Proposed finding'],
  nouns: ['发现项提议', 'proposed findings'],
  cause: {
    lowScore: ['客户评分低', 'Low score from the customer'],
    complaint: ['客户投诉', 'Complaint'],
    suggestion: ['客户建议已采纳', 'Suggestion adopted'],
    slaMissed: ['SLA 未达成', 'SLA missed'],
  },
  field: {
    cause: ['起因', 'Cause'],
    facts: ['情况', 'What happened'],
    reason: ['不立项的原因', 'Why there is no finding'],
  },
  about: ['来自 {number}', 'From {number}'],
  finding: ['已立为 {number}', 'Filed as {number}'],
  withdrawn: [
    '客户评分已于 {at} 撤回或更正，无需再定夺。',
    'The customer’s score was taken back or corrected on {at}. There is nothing left to decide.',
  ],
  state: {
    proposed: ['待质量效能部定夺', 'For the quality department to decide'],
    filed: ['已立为发现项', 'Filed as a finding'],
    declined: ['不立项', 'Declined'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  lead: {
    proposed: ['有一件事可能要立为发现项，请定夺。', 'This may call for a finding. Please decide.'],
  },
  move: {
    file: ['立为发现项', 'File a finding'],
    decline: ['不立项', 'Decline'],
    filed: ['登记发现项编号', 'Note the finding’s number'],
    takeBack: ['撤回提议', 'Withdraw the proposal'],
    proposeAgain: ['再次提议', 'Propose it again'],
  },
  done: {
    create: ['提议立为发现项', 'proposed a finding'],
    file: ['立为发现项', 'filed it as a finding'],
    decline: ['决定不立项', 'declined it'],
    filed: ['登记了发现项编号', 'noted the finding’s number'],
    takeBack: ['登记了评分已撤回或更正', 'noted that the score was taken back'],
    proposeAgain: ['登记了评分再次偏低', 'noted that the score is low again'],
  },
});

/** What people call proposals in chat. */
export const proposalCalled: Called = {
  nouns: { 'zh-CN': ['提议'], en: ['proposal', 'proposals'] },
};
