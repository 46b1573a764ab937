import type { givePage as source } from '../zh-cn/give-page.ts';

/** Links that are given to customers. */
export const givePage: Record<keyof typeof source, string> = {
  'givePage.title': '{number} · for the customer',
  'givePage.qr': 'Show the QR code to be scanned',
  'givePage.open': 'Open it on this device',
  'givePage.paste': 'Or copy these words into a message',
  'givePage.ready': '{name}, {what}: {url}',
  'givePage.what.serviceReport': 'please read and sign the report on our service today',
  'givePage.what.serviceReportHere': 'please read and sign the report on our service today',
  'givePage.what.rating': 'please rate our service; it takes a minute',
  'givePage.what.survey': 'please answer our satisfaction survey',
  'givePage.note': 'The link works until {day}, shows nothing else, and can be withdrawn at any time.',
  'givePage.noAddress':
    'The server has no public address (PUBLIC_URL), so customers cannot open a link. Use paper: have it signed or stamped, photograph it, and let the service desk enter it; or ask by phone and let the service desk note the answer.',
};
