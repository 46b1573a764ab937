import type { intake as source } from '../zh-cn/intake.ts';

/** The keys with which other tools sign what they deliver. */
export const intake: Record<keyof typeof source, string> = {
  'intake.badSource': 'A source is named in small letters, digits and hyphens, 40 at most, such as itsm.',
  'intake.keyAdded':
    'A new key {id} of the source {source}. It is shown this once: enter it into the other system now.',
  'intake.keyEnded': 'The key {id} of the source {source} ends on {at}.',
  'intake.keyNotFound': 'The source {source} has no key {id} in use. See qmbot intake keys {source}.',
  'intake.noKeys': 'The source {source} has no key yet. Make one with qmbot intake add-key {source}.',
  'intake.key': '{id}  in use since {created}',
  'intake.keyUntil': '{id}  from {created} until {until}',
  'intake.badHours': '--after is a number of hours, from 0 to 720.',
};
