/** The moves of a complaint that have a form, in a state in which each is made, and by whom. */
export const askedOfComplaints = [
  ['assign', 'received', 'wang-lei'],
  ['acknowledge', 'received', 'wu-qiang'],
  ['putInWords', 'received', 'wu-qiang'],
  ['investigate', 'investigating', 'wu-qiang'],
  ['answer', 'investigating', 'wu-qiang'],
  ['answerEscalated', 'escalated', 'chen-jing'],
  ['react', 'answered', 'wu-qiang'],
  ['adopt', 'assessing', 'wu-qiang'],
  ['notAdopt', 'assessing', 'wu-qiang'],
  ['close', 'accepted', 'wu-qiang'],
  ['closeUnsettled', 'answered', 'chen-jing'],
  ['withdraw', 'received', 'wu-qiang'],
  ['reopen', 'closed', 'xu-fang'],
] as const;

/** The same of a visit. */
export const askedOfVisits = [
  ['agree', 'planned', 'wang-lei'],
  ['write', 'agreed', 'liu-yang'],
  ['commit', 'written', 'liu-yang'],
  ['cancel', 'planned', 'wang-lei'],
] as const;

export const askedOfCommitments = ['complete', 'transfer', 'drop'] as const;
