import type { org as source } from '../zh-cn/org.ts';

/** The organisation: what is wrong with it, what a change does to it. */
export const org: Record<keyof typeof source, string> = {
  'org.problem.doubleId': 'The id {id} is used twice: change one of them.',
  'org.problem.doubleContact':
    '{value} belongs to two people: an e-mail address or mobile number can be one person’s only.',
  'org.problem.doubleIdentity': 'The identity {identity} belongs to two people: it can be one person’s only.',
  'org.problem.doubleName': 'Two departments go by the name “{name}”: commands could not tell them apart.',
  'org.problem.noSite': 'There is no site with the id {id}.',
  'org.problem.noPerson': 'There is no person with the id {id}.',
  'org.problem.noDepartment': 'There is no department with the id {id}.',
  'org.problem.headLeft': 'The head {id} has left: name somebody who is active.',
  'org.problem.freeAndWorked': '{day} is listed both as a holiday and as a workday.',
  'org.problem.noMr': 'Nobody is management representative: give somebody the role mr.',
  'org.problem.noQed': 'Nobody is quality officer: give somebody the role qed.',
  'org.problem.chainEnd': 'Nobody holds {role}, the end of the approval chain: a decision could be left with nobody.',
  'org.problem.ownDeputy': '{id} cannot be their own deputy.',
  'org.problem.deputyCircle':
    '{deputy} stands in for {person}, but on {day} is stood in for, directly or by others, by {person}: a circle.',
  'org.list.sites': 'site',
  'org.list.departments': 'department',
  'org.list.people': 'person',
  'org.list.channels': 'channel',
  'org.list.settings': 'settings',
  'org.list.deputies': 'deputies',
  'org.list.workspaces': 'workspaces',
  'org.list.company': 'company',
  'org.difference.none': 'Nothing would change.',
  'org.empty': 'The database holds no organisation yet. Set ORG_FILE and start again.',
  'org.changedMeanwhile':
    'Somebody else has just changed the organisation; nothing was written. Look at the difference again, then import.',
};
