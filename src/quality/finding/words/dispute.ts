/** The words for confirming, disputing, transferring, amending and withdrawing findings. */
export const disputeWords = {
  field: {
    contestAbout: ['对什么有异议', 'What the objection is to'],
    contestReason: ['理由', 'Reason'],
    'contestReason.hint': [
      '写清依据，质量效能部或审核组长会据此裁定',
      'On what grounds; the quality department or the lead auditor decides by it',
    ],
    contestOutcome: ['裁定', 'Decision'],
    contestRemark: ['裁定理由', 'Why'],
    newDay: ['新的期限', 'New deadline'],
    'newDay.hint': [
      '不填则现有期限照常计算；是否按期始终按最初期限计算',
      'Left empty, the deadline stands; on time always means the first one',
    ],
  },
  contest: {
    'about.facts': ['事实', 'the facts'],
    'about.kind': ['定性', 'the kind'],
    'about.addressee': ['责任部门', 'the addressee'],
    intro: ['提出异议期间，整改期限照常计算。', 'The time to answer keeps running during an objection.'],
    decisionIntro: [
      '责任部门的异议：{reason}\n下面是发现项现在的内容；采纳异议时请直接改成应有的内容。',
      'The department objects: {reason}\nBelow is what the finding says now; where you uphold the objection, write what it should say.',
    ],
    'outcome.upheld': ['采纳异议', 'Upheld'],
    'outcome.dismissed': ['不采纳，维持原内容', 'Dismissed, the finding stands'],
    'outcome.dropped': ['责任部门已直接答复，不再坚持', 'Dropped: the department answered all the same'],
    line: ['{person} 于 {at} 对{about}提出异议：{reason}', '{person} objected to {about} on {at}: {reason}'],
    open: ['等待裁定，期限照常计算。', 'A decision is awaited; the deadline runs on.'],
    decided: ['{person} 于 {at} 裁定：{outcome}。{remark}', '{person} decided on {at}: {outcome}. {remark}'],
    newDay: [
      '裁定把期限改为 {day}；是否按期仍按最初期限计算。',
      'The decision set the deadline to {day}; on time still means the first one.',
    ],
  },
  confirm: {
    awaited: [
      '责任部门尚未确认，请在 {day} 前确认或提出异议。',
      'Not confirmed yet: please confirm or object by {day}.',
    ],
    late: ['责任部门尚未确认，确认期限 {day} 已过。', 'Not confirmed yet, although due by {day}.'],
  },
  transfer: {
    department: [
      '{at} 由 {from} 转交 {to}，最初期限不变：{reason}',
      '{at}: transferred from {from} to {to}, the first deadline stands: {reason}',
    ],
    handler: ['{at} {from} 转交给 {to}：{reason}', '{at}: {from} transferred it to {to}: {reason}'],
  },
  amend: {
    intro: [
      '下面是发现项现在的内容，改动会留痕，前后内容都会保留。',
      'Below is what the finding says now. The old words and the new are both kept.',
    ],
    line: ['{person} 于 {at} 修订：{reason}', 'Amended on {at} by {person}: {reason}'],
    change: ['{field}：{before} → {after}', '{field}: {before} → {after}'],
    nothing: ['（空）', '(empty)'],
  },
  role: {
    contestDecider: ['异议裁定人', 'Decides on objections'],
    submitter: ['提交人', 'Submitter'],
  },
  duty: {
    confirm: ['确认', 'Confirm'],
    contest: ['裁定异议', 'Rule on the objection'],
  },
  state: {
    withdrawn: ['已撤销', 'Withdrawn'],
  },
  move: {
    confirm: ['确认', 'Confirm'],
    contest: ['提出异议', 'Object'],
    decideContest: ['裁定异议', 'Rule on objection'],
    amend: ['修订', 'Amend'],
    transfer: ['转交', 'Transfer'],
    withdrawCapa: ['撤回报告', 'Withdraw report'],
    withdraw: ['撤销', 'Withdraw finding'],
  },
  done: {
    confirm: ['确认了发现项', 'confirmed the finding'],
    contest: ['提出了异议', 'objected'],
    decideContest: ['裁定了异议', 'ruled on the objection'],
    amend: ['修订了发现项', 'amended it'],
    transfer: ['转交了发现项', 'transferred it'],
    withdrawCapa: ['撤回了报告', 'withdrew the report'],
    withdraw: ['撤销了发现项', 'withdrew the finding'],
  },
  news: {
    transferred: [
      '{number} 已转交给 {person}。原因：{reason}',
      '{number} was transferred to {person}. Reason: {reason}',
    ],
    contested: [
      '责任部门对 {number} 提出异议，请裁定。理由：{reason}',
      'The department objects to {number}; please rule on it. Reason: {reason}',
    ],
    'contest.upheld': [
      '对 {number} 的异议已采纳。理由：{reason}',
      'The objection to {number} was upheld. Reason: {reason}',
    ],
    'contest.dismissed': [
      '对 {number} 的异议未获采纳。理由：{reason}',
      'The objection to {number} was dismissed. Reason: {reason}',
    ],
    amended: ['{number} 的内容有修订。原因：{reason}', '{number} was amended. Reason: {reason}'],
    withdrawn: [
      '{number} 已撤销，不用再处理。原因：{reason}',
      '{number} was withdrawn; there is nothing left to do. Reason: {reason}',
    ],
  },
  refusal: {
    nothingToConfirm: [
      '这条发现项已经确认过或已提出异议，不用再处理。',
      'It was already confirmed or objected to; there is nothing left to do here.',
    ],
    contestOver: [
      '异议期限 {at} 已过。如确有出入，请联系质量效能部修订。',
      'Objections were open until {at}. If something is still wrong, please ask the quality department to amend it.',
    ],
    noContest: ['目前没有待裁定的异议。', 'There is no open objection.'],
    dismissedAmends: [
      '不采纳异议时内容不变：请恢复原内容，或改选“采纳异议”。',
      'A dismissed objection changes nothing: please restore the old words, or choose “Upheld”.',
    ],
    nothingAmended: ['内容没有变化，请修改后再提交。', 'Nothing is different. Please change something, then submit.'],
    answeredAlready: [
      '报告已经提交，定性和责任部门不能再改。请先退回报告，再修订。',
      'A report has been submitted: kind and department cannot change now. Please return the report first.',
    ],
  },
} as const;
