import type { calls as source } from '../zh-cn/calls.ts';

/** The queue of call-backs. */
export const calls: Record<keyof typeof source, string> = {
  'calls.title': 'Call-backs',
  'calls.left': '{count} to call, {done} done',
  'calls.summary': '{count} to call',
  'calls.last': 'Last time',
  'calls.attempts': 'Called',
  'calls.times': '{count} times',
  'calls.together': '{count} items of this contact: ask about each in one call',
  'calls.ask': 'Is the customer satisfied with this service?',
  'calls.more': 'More...',
  'calls.due': 'Call by {at}',
  'calls.lastAt': 'The customer may be called until {at}',
  'calls.overdue': 'Overdue since {at}',
  'calls.sleeping': '{count} wait for their calling hours from {at}',
  'calls.again': '{count} to be called again, the first at {at}',
  'calls.elsewhere': '{count} with colleagues',
  'calls.done': 'All are called. {done} done.',
  'calls.later': 'Nobody can be called now. {done} done.',
  'calls.scored': '{number}: {score}',
  'calls.nothingToShare': 'You have no call-backs to hand over.',
  'calls.share.title': 'Hand over call-backs',
  'calls.share.submit': 'Hand over',
  'calls.share.intro':
    'You have {count} call-backs. Choose a colleague, or leave it open to give them back to the queue.',
  'calls.shared': '{count} given back to the queue.',
  'calls.shared.with': '{count} handed to {person}.',
  'calls.refusal.noAgent': 'The service desk calls customers back. For the list, say /callback list.',
  'calls.refusal.gone': 'This call-back has changed, and no score was saved. Please open the call-backs again.',
  'help.callback.say': '/callback',
  'help.callback': 'call customers back, one after the other',
};
