import type { serviceReport as source } from '../zh-cn/service-report.ts';

/** Service reports (R37), and the page that customers sign on. */
export const serviceReport: Record<keyof typeof source, string> = {
  'help.serviceReport.say': '/report new',
  'help.serviceReport': 'write a service report for the customer to sign',

  'serviceReport.page.title': 'Service report',
  'serviceReport.page.number': 'Number',
  'serviceReport.page.askAnswer': 'Your answer',
  'serviceReport.page.answer.signed': 'Confirm and sign',
  'serviceReport.page.answer.reserved': 'Sign, with a reservation',
  'serviceReport.page.answer.refused': 'Decline to sign',
  'serviceReport.page.answer.absent': 'The person who may sign is not here',
  'serviceReport.page.remark': 'Your reservation or reason',
  'serviceReport.page.askScore': 'How satisfied are you with this service?',
  'serviceReport.page.askEngineer': 'How satisfied are you with the engineer?',
  'serviceReport.page.comment': 'Comments and suggestions (optional)',
  'serviceReport.page.signer': 'Your name',
  'serviceReport.page.post': 'Your post',
  'serviceReport.page.privacyTitle': 'Privacy',
  'serviceReport.page.privacy':
    'We record your name, post, signature, ratings, the time and a shortened network address, only to show that this service was done and to improve its quality. They are kept as quality records and used for nothing else. To have them corrected or erased, please ask the service desk that serves you.',
  'serviceReport.page.sign': 'Please sign in the box',
  'serviceReport.page.signHint':
    'Use a finger or the mouse. If you cannot, give your name and tick the line below; it counts as your signature.',
  'serviceReport.page.typed': 'My name as given stands for my signature',
  'serviceReport.page.clear': 'Clear and sign again',
  'serviceReport.page.submit': 'Send',
  'serviceReport.page.problems': 'Something is still missing',
  'serviceReport.page.need.outcome': 'Please choose your answer.',
  'serviceReport.page.need.score': 'Please rate this service.',
  'serviceReport.page.need.engineerScore': 'Please rate the engineer.',
  'serviceReport.page.need.signer': 'Please give your name, in at most 60 characters.',
  'serviceReport.page.need.remark': 'Please say what your reservation or reason is, in at most 1,000 characters.',
  'serviceReport.page.need.signature': 'Please sign in the box, or tick that your name stands for it.',
  'serviceReport.page.need.badSignature': 'The signature could not be read. Please clear it and sign again.',
  'serviceReport.page.need.tooLong': 'This is too long; please shorten it.',
  'serviceReport.page.here':
    "You are using the engineer's phone. Once it is sent, the engineer sees neither your ratings nor your comment.",
  'serviceReport.page.thanks': 'Received, thank you',
  'serviceReport.page.thanksHere': 'Received, thank you. Please hand the phone back to the engineer.',
  'serviceReport.page.receipt': 'Your answer is frozen and will not be changed.',
  'serviceReport.page.save': 'Save a copy',
  'serviceReport.page.signature': 'Signature',
  'serviceReport.page.waits': 'The report is still being prepared. Please open it again later.',
  'serviceReport.page.whom': 'You may ask: {names}.',
};
