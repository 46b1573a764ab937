import { html, type Markup, when } from '../../html.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { incidentWords } from '../../quality/incident/words.ts';
import { serviceReportWords } from '../../quality/service-report/words.ts';
import { keepAttributes } from '../keep.ts';
import type { PageForm } from '../page-handler.ts';
import { drawScores } from '../stars.ts';

/** What the customer is asked to rate. */
export interface RatedService {
  readonly number: string;
  readonly title: string;
  readonly project: string;
  readonly resolved: string;
  readonly done: string;
}

/** What a rating's page is drawn from. */
export interface RatingView {
  readonly service: RatedService;
  readonly locale: Locale;
  readonly path: string;
  readonly given: PageForm;
  readonly problem?: MessageKey;
}

/** The service with one question and a comment field. */
export function drawRating({ service, locale, path, given, problem }: RatingView): Markup {
  const say = (key: MessageKey) => translate(locale, key);
  return html`${drawService(service, locale)}
<form method="post" action="${path}?lang=${locale}" accept-charset="utf-8"${keepAttributes(locale)}>
${drawScores(
  {
    name: 'score',
    question: say('serviceReport.page.askScore'),
    given: given.score,
    problem: problem && say(problem),
    isRequired: true,
  },
  locale,
)}
<section><label for="comment">${say('serviceReport.page.comment')}</label>
<textarea id="comment" name="comment" maxlength="2000">${given.comment}</textarea></section>
<section class="privacy"><h2>${say('serviceReport.page.privacyTitle')}</h2><p>${say('rating.page.privacy')}</p></section>
<button type="submit">${say('serviceReport.page.submit')}</button>
</form>`;
}

/** The page shown after rating. */
export const drawThanks = (service: RatedService, locale: Locale): Markup =>
  html`<section class="good" role="status"><h1>${translate(locale, 'serviceReport.page.thanks')}</h1><p>${translate(locale, 'rating.page.received')}</p></section>
${drawService(service, locale)}`;

function drawService({ number, title, project, resolved, done }: RatedService, locale: Locale): Markup {
  const fact = (key: MessageKey, value: string) => html`<dt>${translate(locale, key)}</dt><dd>${value}</dd>`;
  return html`<section><h1>${title}</h1>
<dl>${fact('serviceReport.page.number', number)}${fact('record.field.project', project)}${fact(incidentWords.field.resolved, resolved)}</dl></section>
${when(done !== '', html`<section><h2>${translate(locale, serviceReportWords.field.done)}</h2><p class="said">${done}</p></section>`)}`;
}
