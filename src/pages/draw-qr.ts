import { generate } from 'lean-qr';
import { html, type Markup } from '../html.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';

/** Light modules around a code, without which a camera does not find it (ISO/IEC 18004, 4 of them). */
const QUIET = 4;

/** An address as a QR code for another phone's camera, with the address in words below. */
export function drawQr(address: string, locale: Locale): Markup {
  const code = generate(address);
  const size = code.size + 2 * QUIET;
  const rows = Array.from({ length: code.size }, (_, y) => rowOf(code, y)).join('');
  return html`<section class="qr">
<h1>${translate(locale, 'page.qr.title')}</h1>
<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${translate(locale, 'page.qr.title')}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${rows}"/></svg>
<p class="hint">${translate(locale, 'page.qr.text')}</p>
<p class="small">${address}</p>
</section>`;
}

function rowOf(code: { readonly size: number; get(x: number, y: number): boolean }, y: number): string {
  return Array.from({ length: code.size }, (_, x) => (code.get(x, y) ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')).join(
    '',
  );
}
