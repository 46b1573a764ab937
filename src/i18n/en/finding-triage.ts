import type { findingTriage as source } from '../zh-cn/finding-triage.ts';

/** What findings say while they are reported, asked about and sorted. */
export const findingTriage: Record<keyof typeof source, string> = {
  'finding.field.element': 'Capability element',
  'finding.field.project': 'Project',
  'finding.field.visibility': 'Who may see it',
  'finding.visibility.open': 'Everybody, as usual',
  'finding.visibility.restricted': 'Only those concerned (about a person, or security)',
  'finding.field.admitted': 'Who else may see it',
  'finding.move.admit': 'Let others see it',
  'finding.done.admit': 'let others see it',
  'finding.news.admitted': 'You may now see the restricted finding {number}; please keep it to yourself.',
  'finding.refusal.notRestricted': 'This finding is open to everybody already.',
  'finding.field.question': 'What the reporter should make clear',
  'finding.field.question.hint': 'Ask everything at once; they answer in their messages',
  'finding.field.reply': 'Your answer',
  'finding.question.intro': 'The quality department asks: {question}',
  'finding.question': 'Asked',
  'finding.reply': 'Answered',
  'finding.note.asked': 'The reporter has been asked; the time for triage runs on.',
  'finding.field.mergedInto': 'Merged into',
  'finding.field.mergedFrom': 'Merged from',
  'finding.field.mergeInto': 'Merge into',
  'finding.field.mergeInto.hint': 'The number of the other finding, such as FD-2026-0001',

  'finding.field.door': 'What it is',
  'finding.field.door.hint': 'Leave it out if unsure; a colleague’s idea is an opportunity',
  'finding.door.major': 'Major nonconformity',
  'finding.door.minor': 'Minor nonconformity',
  'finding.door.observation': 'Observation',
  'finding.door.ofi': 'Opportunity for improvement',
  'finding.door.complaint': 'Customer’s complaint',
  'finding.door.suggestion': 'Customer’s suggestion',
  'finding.kind.observation': 'Observation',
  'finding.kind.ofi': 'Opportunity for improvement',

  'finding.role.reporter': 'Reporter',

  'finding.state.askedBack': 'Awaiting the reporter',
  'finding.state.merged': 'Merged',

  'finding.move.askBack': 'Ask the reporter',
  'finding.move.replyBack': 'Answer',
  'finding.move.merge': 'Merge',
  'finding.move.takeIn': 'Take in',
  'finding.move.letGo': 'Let go',
  'finding.done.askBack': 'asked the reporter',
  'finding.done.replyBack': 'answered the question',
  'finding.done.merge': 'merged it into another finding',
  'finding.done.takeIn': 'took in another finding',
  'finding.done.letGo': 'let the other finding go again',

  'finding.lead.askedBack': 'There is a question about your finding: please answer soon.',

  'finding.news.replied': 'The reporter has answered about {number}; please go on with triage.',
  'finding.news.merged': 'Your finding {number} is the same matter as {into} and was merged; follow {into} from here.',

  'finding.news.tookIn':
    '{other} is the same matter as {number} and was merged into it, with its evidence and reporter.',

  'finding.refusal.mergeRestricted': 'A restricted finding cannot be merged into {number}, which others may see.',
  'finding.refusal.nobodyToAsk': 'This finding has no reporter who could be asked. Please decide without.',
  'finding.refusal.tooManyQuestions': 'It has been asked about many times. Please call the reporter, then decide.',
  'finding.refusal.mergeTarget': 'It cannot be merged into {number}: please give another finding that is still open.',
};
