import { html, type Markup, when } from '../../html.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { scoreKey } from '../../quality/satisfaction/score.ts';
import type { ReportAnswer } from '../../quality/service-report/service-report-data.ts';
import { serviceReportWords } from '../../quality/service-report/words.ts';
import { drawVisit } from './draw-visit.ts';

/** What a receipt is drawn from. */
export interface ReceiptView {
  readonly answer: ReportAnswer;
  readonly locale: Locale;
  /** When it was answered, formatted. */
  readonly at: string;
  /** The URL of the picture of the signature. */
  readonly signature: string;
  /** The URL of a copy; null inside the copy itself. */
  readonly copy: string | null;
}

/** What was shown and answered. On the engineer's phone, which goes back to the engineer, neither ratings nor comment are shown. */
export function drawReceipt({ answer, locale, at, signature, copy }: ReceiptView): Markup {
  const say = (key: MessageKey) => translate(locale, key);
  const here = answer.way === 'engineerPhone';
  const fact = (key: MessageKey, value: string | undefined) =>
    when(value !== undefined, html`<dt>${say(key)}</dt><dd>${value}</dd>`);
  const rating = (score: ReportAnswer['score']) =>
    score === undefined || here ? undefined : `${'★'.repeat(score)} ${say(scoreKey(score))}`;
  const signer = [answer.signerName, answer.signerPost].filter((said) => said !== undefined).join(' · ');
  return html`<section class="good" role="status">
<h1>${say(here ? 'serviceReport.page.thanksHere' : 'serviceReport.page.thanks')}</h1>
<p>${say('serviceReport.page.receipt')}</p>
<dl>${fact(serviceReportWords.field.outcome, say(serviceReportWords.outcome[answer.outcome]))}
${fact(serviceReportWords.field.signer, signer || undefined)}
${fact(serviceReportWords.field.signedAt, at)}
${fact(serviceReportWords.field.remark, answer.remark)}
${fact(serviceReportWords.field.score, rating(answer.score))}
${fact(serviceReportWords.field.engineerScore, rating(answer.engineerScore))}
${fact(serviceReportWords.field.comment, here ? undefined : answer.comment)}</dl>
${when(
  answer.signature !== undefined,
  html`<p><img class="signature" src="${signature}" alt="${say('serviceReport.page.signature')}" width="1000" height="400"></p>`,
)}
${when(copy !== null, html`<p><a class="button quiet" href="${copy ?? ''}" download>${say('serviceReport.page.save')}</a></p>`)}
</section>
${drawVisit(answer.shown, locale)}
<p class="small">SHA-256 ${answer.sha256}</p>`;
}
