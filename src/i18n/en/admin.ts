import type { admin as source } from '../zh-cn/admin.ts';

/** Administrators: their first way in, and looking after qmbot itself. */
export const admin: Record<keyof typeof source, string> = {
  'claim.invitation':
    'Within {minutes} minutes, say this to the bot in a direct message to become its administrator. The code can be used once:',
  'claim.start': 'No administrator is linked to a chat platform yet.',
  'claim.notMember': 'Only full members of the company can use a code.',
  'claim.unknown':
    'The code is wrong, used, or out of date. Get another on the machine that runs qmbot: npx qmbot admin',
  'claim.who':
    'Which of the people listed are you? Say the code once more with your name or id behind it: /qm claim CODE NAME',
  'claim.linkedAlready':
    '{name} has another account here already. Correct org.yaml, or write your own name behind the code.',
  'claim.done': '{name}, you are the administrator now. Say /qm admin to see how things stand.',
  'claim.told.title': 'A new administrator',
  'claim.told':
    '{person} has become administrator by a one-time code ({platform}, {user}). If that was not agreed, act at once.',
  'admin.title': 'How qmbot is doing',
  'admin.refused': 'Only administrators can look at this.',
  'admin.troubles': 'Not delivered ({count})',
  'admin.troubles.none': 'Everything was delivered.',
  'admin.dead': 'Not sent',
  'admin.unknown': 'May have been sent',
  'admin.trouble': '{what} · {to}\n{state}: {reason}',
  'admin.trouble.core': 'Follow-up',
  'admin.retry': 'Retry',
  'admin.drop': 'Drop',
  'admin.retry.title': 'Send it again?',
  'admin.retry.text': 'The message may stand there already; a retry sends another.',
  'admin.drop.title': 'Drop this message?',
  'admin.drop.text': 'It will not be sent any more.',
  'admin.yes': 'Yes',
  'admin.retried': 'It will be tried again.',
  'admin.dropped': 'Dropped.',
  'admin.gone': 'This has been dealt with already.',
  'admin.more': 'Next page',
  'admin.back': 'Back',
  'admin.people': 'Accounts',
  'admin.linked': 'Linked',
  'admin.notLinked': 'Not linked ({count})',
  'admin.notLinked.title': 'People who are not linked',
  'admin.notLinked.none': 'Everybody is linked.',
  'admin.linkedOf': '{linked} of {all}',
  'admin.jobs': 'Next jobs',
  'admin.job': '{name}\n{at} ({zone})',
  'admin.records': 'Records',
  'admin.queue': 'Waiting to be sent',
  'admin.versions': 'Versions',
  'admin.schema': 'schema',
  'admin.storage.embedded': 'embedded database',
  'admin.storage.mongodb': 'MongoDB',
  'admin.page': '{from} to {to} of {count}',
};
