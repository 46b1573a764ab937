import type { survey as source } from '../zh-cn/survey.ts';

/** Satisfaction surveys: what all of them say, their page and their letters. */
export const survey: Record<keyof typeof source, string> = {
  'survey.part.open': 'no answer yet',
  'survey.part.answered': 'answered',
  'survey.about.company': 'Our service as a whole',
  'survey.about.specialty': '{project}, {specialty}',
  'survey.version': 'version {version}',
  'survey.more': 'And {count} more contacts.',
  'survey.field.questionnaire': 'Questionnaire',
  'survey.figure.response': 'Responses',
  'survey.figure.csat': 'Satisfied (share of 4 and 5)',
  'survey.figure.mean': 'Mean',
  'survey.figure.meanOf': '{mean} ({score} out of 100)',
  'survey.figure.nps': 'Net promoter score',
  'survey.letter.subject': '{company}: how do you find our service?',
  'survey.letter.reminderSubject': '{company}: we would still like to hear from you',
  'survey.letter.greeting': 'Dear {name},',
  'survey.letter.body':
    'Thank you for working with {company}. Please take two or three minutes for our satisfaction survey; your answers go straight to those who are responsible for the service.',
  'survey.letter.reminder':
    'Some days ago we asked you to fill in our satisfaction survey and have not heard from you yet. If you have two or three minutes, please do; if you have answered already, please ignore this message.',
  'survey.letter.privacy':
    'The link is for you alone; please do not pass it on. Your answers are used to improve our service, and for nothing else.',
  'survey.letter.open': 'Open the survey',
  'survey.page.title': '{company}: customer satisfaction survey',
  'survey.page.intro': 'This takes two or three minutes. Please answer every question that is not marked as optional.',
  'survey.page.optional': '(optional)',
  'survey.page.choose': 'Please choose',
  'survey.page.nps.most': '10 (certainly)',
  'survey.page.nps.least': '0 (certainly not)',
  'survey.page.problems': 'Almost done',
  'survey.page.missing': '{count} questions need another look; they are marked below.',
  'survey.page.send': 'Send',
  'survey.page.sendAgain': 'Send changes',
  'survey.page.thanks': 'Thank you, we have your answers',
  'survey.page.received':
    'They have gone to those who are responsible. Until the survey closes you can change them under the same link.',
  'survey.page.change': 'Change my answers',
  'survey.page.privacyTitle': 'Privacy',
  'survey.page.privacy':
    'We keep your answers and the time at which you gave them, to improve our service and for our own analysis. Nobody else gets them. To see or erase them, ask your contact at our company.',
  'survey.send.title': 'Surveys to be sent',
  'survey.send.contacts': '{count} contacts',
  'survey.send.summary': '{count} surveys are waiting, for {contacts} contacts; each gets one message.',
  'survey.send.nothing': 'No survey is waiting for you to send it.',
  'survey.send.lacking': 'Without contacts, not to be sent yet',
  'survey.send.all': 'Send all ({count})',
  'survey.send.sent': '{sent} of {of} surveys sent.',
  'survey.form.required': 'Please answer this question.',
  'survey.form.choose': 'Please choose one of the options.',
  'survey.form.tooLong': 'Please use at most 2,000 characters.',
};
