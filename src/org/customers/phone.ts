import { normaliseMobile } from '../contact.ts';

/** A stored telephone number: `+` and digits, then optionally a comma, at which a telephone pauses, and the extension. */
export const PHONE = /^\+?\d{3,15}(?:,\d{1,8})?$/;

/** A telephone number without punctuation, `010-8888 6666 转 801` as `01088886666,801`; a mobile number in mainland China gets `+86`. */
export function normalisePhone(phone: string): string {
  const [number = '', extension = ''] = phone.normalize('NFKC').split(/\s*(?:,|转|分机|ext\.?|x|#)+\s*/i);
  const digits = extension.replace(/\D/g, '');
  return `${normaliseMobile(number)}${digits === '' ? '' : `,${digits}`}`;
}
