import type { satisfaction as source } from '../zh-cn/satisfaction.ts';

/** Words for satisfaction, the same everywhere. */
export const satisfaction: Record<keyof typeof source, string> = {
  'satisfaction.score.5': 'Very satisfied',
  'satisfaction.score.4': 'Satisfied',
  'satisfaction.score.3': 'Neutral',
  'satisfaction.score.2': 'Dissatisfied',
  'satisfaction.score.1': 'Very dissatisfied',
  'satisfaction.weekly': 'Services last week: {rate} satisfied; rated {rated} of {of}.',
  'satisfaction.weekly.none': 'Services completed last week: {of}; no customer has rated one yet.',
  'satisfaction.monthly.title': 'Customer satisfaction · {month}',
  'satisfaction.monthly.summary': 'Services: {rate} satisfied, of {of} ratings.',
  'satisfaction.monthly.none': 'No customer has rated a service of this month yet.',
  'satisfaction.monthly.worst': 'The lowest ratings, in the customers’ words',
  'satisfaction.title': 'Customer satisfaction · {period}',
  'satisfaction.unread':
    'I did not understand “{said}”. You can say: /satisfaction last month; /satisfaction 2026 Q3 metro-3.',
  'help.satisfaction.say': '/satisfaction last month',
  'help.satisfaction': 'What customers said of services and in surveys; a project or a customer may follow',
};
