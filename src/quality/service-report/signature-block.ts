import type { Block } from '../../chat/card.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import type { ReportAnswer } from './service-report-data.ts';
import { sheetOf } from './signature.ts';
import { serviceReportWords } from './words.ts';

/** The signature as it was drawn, with whose it is; nothing where none was drawn, or where it was erased. */
export function signatureBlock({ signature, signerName, signerPost }: ReportAnswer, locale: Locale): Block[] {
  const sheet = sheetOf(signature ?? '');
  if (sheet.strokes.length === 0) return [];
  return [{ kind: 'handwriting', sheet, alt: altOf(signerName, signerPost, locale) }];
}

function altOf(name: string | undefined, post: string | undefined, locale: Locale): string {
  if (name === undefined) return translate(locale, serviceReportWords.signature);
  if (post === undefined) return translate(locale, serviceReportWords['signature.of'], { name });
  return translate(locale, serviceReportWords['signature.ofPost'], { name, post });
}
