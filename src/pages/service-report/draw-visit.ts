import { html, type Markup } from '../../html.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { serviceReportWords } from '../../quality/service-report/words.ts';

const lines = [
  ['number', 'serviceReport.page.number'],
  ['customer', 'record.field.customer'],
  ['project', 'record.field.project'],
  ['engineer', serviceReportWords.field.engineer],
  ['started', serviceReportWords.field.started],
  ['ended', serviceReportWords.field.ended],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** The work done, as the customer reads it: from a report, or as frozen. */
export function drawVisit(shown: Readonly<Record<string, string>>, locale: Locale): Markup {
  return html`<section>
<h1>${shown.title}</h1>
<dl>${lines.map(([name, key]) => html`<dt>${translate(locale, key)}</dt><dd>${shown[name]}</dd>`)}</dl>
</section>
<section><h2>${translate(locale, serviceReportWords.field.done)}</h2><p class="said">${shown.done}</p></section>`;
}
