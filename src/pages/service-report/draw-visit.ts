import { html, type Markup } from '../../html.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';

const lines = [
  ['number', 'serviceReport.page.number'],
  ['customer', 'serviceReport.field.customer'],
  ['project', 'serviceReport.field.project'],
  ['engineer', 'serviceReport.field.engineer'],
  ['started', 'serviceReport.field.started'],
  ['ended', 'serviceReport.field.ended'],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** What was done, as the customer reads it: of a report, or as it was frozen. */
export function drawVisit(shown: Readonly<Record<string, string>>, locale: Locale): Markup {
  return html`<section>
<h1>${shown.title}</h1>
<dl>${lines.map(([name, key]) => html`<dt>${translate(locale, key)}</dt><dd>${shown[name]}</dd>`)}</dl>
</section>
<section><h2>${translate(locale, 'serviceReport.field.done')}</h2><p class="said">${shown.done}</p></section>`;
}
