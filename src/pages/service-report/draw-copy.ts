import { drawHandwriting } from '../../charts/draw-handwriting.ts';
import { html } from '../../html.ts';
import { translate } from '../../i18n/translate.ts';
import { sheetOf } from '../../quality/service-report/signature.ts';
import { drawReceipt, type ReceiptView } from './draw-receipt.ts';

/** The receipt as one self-contained file, to keep or print. */
export function drawCopy(view: Omit<ReceiptView, 'signature' | 'copy'>, style: string): string {
  const { answer, locale } = view;
  const drawn = Buffer.from(drawHandwriting(sheetOf(answer.signature ?? ''))).toString('base64');
  const signature = `data:image/svg+xml;base64,${drawn}`;
  const page = html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${translate(locale, 'serviceReport.page.title')} ${answer.shown.number}</title>
<style>STYLE</style></head>
<body><main>${drawReceipt({ ...view, signature, copy: null })}</main></body>
</html>
`;
  // Our own style sheet, which must not be escaped.
  return page.toString().replace('STYLE', () => style);
}
