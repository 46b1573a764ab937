import type { findingDispute as source } from '../zh-cn/finding-dispute.ts';

/** What findings say when a department takes them on, contests them, passes them on, and when they are amended or withdrawn. */
export const findingDispute: Record<keyof typeof source, string> = {
  'finding.field.contestAbout': 'What is contested',
  'finding.contest.about.facts': 'the facts',
  'finding.contest.about.kind': 'the kind',
  'finding.contest.about.addressee': 'the addressee',
  'finding.field.contestReason': 'Reason',
  'finding.field.contestReason.hint': 'On what grounds; the quality department or the lead auditor decides by it',
  'finding.contest.intro': 'While it is contested, the time to answer runs on.',
  'finding.contest.decisionIntro':
    'The department contests: {reason}\nBelow is what the finding says now; where you uphold, write what it should say.',
  'finding.field.contestOutcome': 'Decision',
  'finding.contest.outcome.upheld': 'Upheld',
  'finding.contest.outcome.dismissed': 'Dismissed, the finding stands',
  'finding.contest.outcome.dropped': 'Dropped: the department answered all the same',
  'finding.field.contestRemark': 'Why',
  'finding.field.newDay': 'New deadline',
  'finding.field.newDay.hint': 'Left empty, the deadline stands; on-time is reckoned against the first one always',
  'finding.field.transferTo': 'Transfer to',

  'finding.contest.line': '{person} contested {about} on {at}: {reason}',
  'finding.contest.open': 'A decision is awaited; the deadline runs on.',
  'finding.contest.decided': '{person} decided on {at}: {outcome}. {remark}',
  'finding.contest.newDay': 'The decision set the deadline to {day}; on-time is still reckoned against the first one.',
  'finding.confirm.awaited': 'Not confirmed yet: please confirm or contest by {day}.',
  'finding.confirm.late': 'Not confirmed yet, although due by {day}.',
  'finding.transfer.department': '{at}: transferred from {from} to {to}, the first deadline stands: {reason}',
  'finding.transfer.handler': '{at}: {from} transferred it to {to}: {reason}',
  'finding.amend.intro': 'Below is what the finding says now. The old words and the new are both kept.',
  'finding.amend.line': 'Amended on {at} by {person}: {reason}',
  'finding.amend.change': '{field}: {before} → {after}',
  'finding.amend.nothing': '(empty)',

  'finding.role.contestDecider': 'Decider of a contest',
  'finding.role.submitter': 'Submitter',

  'finding.duty.confirm': 'Confirm',
  'finding.duty.contest': 'Decide on the contest',

  'finding.state.withdrawn': 'Withdrawn',

  'finding.move.confirm': 'Confirm',
  'finding.move.contest': 'Contest',
  'finding.move.decideContest': 'Decide contest',
  'finding.move.amend': 'Amend',
  'finding.move.transfer': 'Transfer',
  'finding.move.withdrawCapa': 'Withdraw report',
  'finding.move.withdraw': 'Withdraw finding',
  'finding.done.confirm': 'confirmed the finding',
  'finding.done.contest': 'contested it',
  'finding.done.decideContest': 'decided on the contest',
  'finding.done.amend': 'amended it',
  'finding.done.transfer': 'transferred it',
  'finding.done.withdrawCapa': 'withdrew the report',
  'finding.done.withdraw': 'withdrew the finding',

  'finding.news.transferred': '{number} was transferred to {person}. Reason: {reason}',
  'finding.news.contested': 'The department contests {number}; please decide. Reason: {reason}',
  'finding.news.contest.upheld': 'The contest of {number} was upheld. Reason: {reason}',
  'finding.news.contest.dismissed': 'The contest of {number} was dismissed. Reason: {reason}',
  'finding.news.amended': '{number} was amended. Reason: {reason}',
  'finding.news.withdrawn': '{number} was withdrawn; there is nothing left to do. Reason: {reason}',

  'finding.refusal.nothingToConfirm': 'It was confirmed or contested already; there is nothing left to do here.',
  'finding.refusal.contestOver':
    'It could be contested until {at}. If something is wrong all the same, please ask the quality department to amend it.',
  'finding.refusal.noContest': 'Nothing is contested at present.',
  'finding.refusal.dismissedAmends':
    'A dismissed contest changes nothing: please restore the old words, or choose “Upheld”.',
  'finding.refusal.nothingAmended': 'Nothing is different. Please change something, then submit.',
  'finding.refusal.answeredAlready':
    'A report has been submitted: kind and department cannot change now. Please return the report first.',
};
