import { html, type Markup, when } from '../../html.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { outcomes } from '../../quality/service-report/service-report-data.ts';
import { markOf, type Shown } from '../../quality/service-report/shown.ts';
import { keepAttributes } from '../keep.ts';
import type { PageForm } from '../page-handler.ts';
import { drawScores } from '../stars.ts';
import { drawVisit } from './draw-visit.ts';
import type { Problems } from './read-answer.ts';

/** What the form is drawn from. */
export interface FormView {
  readonly shown: Shown;
  readonly locale: Locale;
  readonly path: string;
  /** Whether it is on the engineer's phone. */
  readonly here: boolean;
  /** What was sent before, or is known about the signer. */
  readonly given: PageForm;
  readonly problems: Problems;
  /** Why the form as a whole was rejected. */
  readonly general?: MessageKey;
}

/** The report with its questions. It is complete without the script, where a typed name replaces the drawn signature. */
export function drawForm({ shown, locale, path, here, given, problems, general }: FormView): Markup {
  const say = (key: MessageKey) => translate(locale, key);
  const problem = (field: string) => (problems[field] ? say(problems[field]) : undefined);
  const wrong = (field: string) =>
    when(problem(field) !== undefined, html`<p class="wrong" id="${field}-problem">${problem(field) ?? ''}</p>`);
  const faults = [...new Set([...(general ? [general] : []), ...Object.values(problems)])];
  const input = (
    field: 'signer' | 'post',
    autocomplete: string,
  ) => html`<label for="${field}">${say(`serviceReport.page.${field}`)}</label>${wrong(field)}
<input type="text" id="${field}" name="${field}" maxlength="60" autocomplete="${autocomplete}" value="${given[field]}">`;

  return html`${when(here, html`<p class="state">${say('serviceReport.page.here')}</p>`)}
${when(
  faults.length > 0,
  html`<section class="problems" tabindex="-1" role="alert"><h2>${say('serviceReport.page.problems')}</h2>${faults.map((fault) => html`<p class="wrong">${say(fault)}</p>`)}</section>`,
)}
${drawVisit({ ...shown }, locale)}
<form method="post" action="${path}?lang=${locale}" accept-charset="utf-8"${keepAttributes(locale)}>
<input type="hidden" name="mark" value="${markOf(shown)}">
<fieldset>
<legend>${say('serviceReport.page.askAnswer')}</legend>${wrong('outcome')}
${outcomes.map(
  (
    outcome,
  ) => html`<label class="choice"><input type="radio" name="outcome" value="${outcome}"${when(given.outcome === outcome, html` checked`)} required>
<span>${say(`serviceReport.page.answer.${outcome}`)}</span></label>`,
)}
</fieldset>
<div data-when="outcome=reserved,refused"><section>
<label for="remark">${say('serviceReport.page.remark')}</label>${wrong('remark')}
<textarea id="remark" name="remark" maxlength="1000">${given.remark}</textarea>
</section></div>
<div data-when="outcome=signed,reserved">
${drawScores({ name: 'score', question: say('serviceReport.page.askScore'), given: given.score, problem: problem('score') }, locale)}
${drawScores({ name: 'engineerScore', question: say('serviceReport.page.askEngineer'), given: given.engineerScore, problem: problem('engineerScore') }, locale)}
<section><label for="comment">${say('serviceReport.page.comment')}</label>${wrong('comment')}
<textarea id="comment" name="comment" maxlength="2000">${given.comment}</textarea></section>
</div>
<div data-when="outcome=signed,reserved,refused,absent">
<section>${input('signer', 'name')}
${input('post', 'organization-title')}</section>
</div>
<section class="privacy"><h2>${say('serviceReport.page.privacyTitle')}</h2><p>${shown.privacy}</p></section>
<div data-when="outcome=signed,reserved"><section>
<h2 id="sign-title">${say('serviceReport.page.sign')}</h2>${wrong('signature')}
<p class="hint">${say('serviceReport.page.signHint')}</p>
<div class="pad" data-pad data-label="${say('serviceReport.page.sign')}" data-clear="${say('serviceReport.page.clear')}" hidden><input type="hidden" name="signature" value="${given.signature}"></div>
<label class="choice"><input type="checkbox" name="typed" value="yes"${when(given.typed === 'yes', html` checked`)}><span>${say('serviceReport.page.typed')}</span></label>
</section></div>
<button type="submit">${say('serviceReport.page.submit')}</button>
</form>`;
}
