import type { pages as zhCn } from '../zh-cn/pages.ts';

export const pages: Record<keyof typeof zhCn, string> = {
  'customer.name': 'The customer',
  'page.sender': 'Service quality',
  'page.unknown.title': 'Page not found',
  'page.unknown.text':
    'The link may not have been copied whole. Please open the link you received again, or ask the engineer who served you.',
  'page.expired.title': 'This link has expired',
  'page.expired.text':
    'To protect your information, links work for a limited time only. Should you still wish to answer, please ask the engineer who served you or the service desk for a new one.',
  'page.withdrawn.title': 'This link is no longer in use',
  'page.withdrawn.text':
    'We have withdrawn this link; there is nothing left for you to do. If in doubt, please ask the engineer who served you or the service desk.',
  'page.busy.title': 'One moment, please',
  'page.busy.text':
    'The page was opened too often in a short time. Please try again in a minute; your entries are kept.',
  'page.tooLarge.title': 'Too large',
  'page.tooLarge.text':
    'What was sent is over the limit and was not saved. Please go back, clear the signature, sign again and send it once more.',
  'page.notTaken.title': 'Not received',
  'page.notTaken.text': 'What was sent could not be read and was not saved. Please open the link again and retry.',
  'page.broken.title': 'Not available right now',
  'page.broken.text':
    'The fault is on our side. Please try again in a few minutes; your entries are kept on this phone.',
  'page.kept':
    'There is no connection. Your entries are kept on this phone and will be sent once it is back; please leave this page open.',
  'page.sending': 'Sending…',
  'page.failed': 'This could not be sent. Please try again later; your entries are still here.',
  'page.qr.title': "Scan with the customer's phone",
  'page.qr.text': "The page then opens on the customer's own phone.",
  'rating.page.title': 'Service rating',
  'rating.page.received': 'Your rating is noted, and will be used to improve our service.',
  'rating.page.privacy':
    'We record your rating, your comment and the time, only to improve the quality of our service. They are kept as quality records and used for nothing else.',
};
