import { html, type Markup, when } from '../../html.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import type { Question } from '../../org/customers/questionnaire-shape.ts';
import { nameOf } from '../../org/name.ts';
import { scoreKey, scores } from '../../quality/satisfaction/score.ts';
import { COMMENT_LIMIT } from '../../quality/satisfaction/survey-answers.ts';
import type { PageForm } from '../page-handler.ts';
import type { PartFields } from './form-fields.ts';

/** A question with the previous answer, and what is wrong with it. */
export interface AskedQuestion {
  readonly question: Question;
  readonly fields: PartFields;
  readonly given: PageForm;
  readonly problem: string | undefined;
}

/** A question, usable by thumb or keyboard; an optional one says so. */
export function drawQuestion({ question, fields, given, problem }: AskedQuestion, locale: Locale): Markup {
  const name = fields.nameOf(question.id);
  const text = nameOf(question.text, locale);
  const asked = question.required ? text : `${text} ${translate(locale, 'survey.page.optional')}`;
  const wrong = when(problem !== undefined, html`<p class="wrong" id="${name}-problem">${problem ?? ''}</p>`);
  const required = when(question.required, html` required`);
  const radio = (value: string, words: string, beside?: Markup) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}"${when(given[name] === value, html` checked`)}${required}>
<span>${words}</span>${beside}</label>`;
  switch (question.kind) {
    case 'rating':
      return html`<fieldset><legend>${asked}</legend>${wrong}
${scores.map((score) =>
  radio(
    String(score),
    translate(locale, scoreKey(score)),
    html`<span class="stars" aria-hidden="true">${'★'.repeat(score)}</span>`,
  ),
)}</fieldset>`;
    case 'nps':
      return html`<section><label for="${name}">${asked}</label>${wrong}
<select id="${name}" name="${name}"${required}><option value="">${translate(locale, 'survey.page.choose')}</option>
${Array.from({ length: 11 }, (_one, points) => {
  const value = String(10 - points);
  return html`<option value="${value}"${when(given[name] === value, html` selected`)}>${npsWords(10 - points, locale)}</option>`;
})}</select></section>`;
    case 'choice':
      return html`<fieldset><legend>${asked}</legend>${wrong}
${question.options.map(({ id, text: option }) => {
  if (!question.many) return radio(id, nameOf(option, locale));
  const own = fields.optionName(question.id, id);
  return html`<label class="choice"><input type="checkbox" name="${own}" value="${id}"${when(given[own] === id, html` checked`)}>
<span>${nameOf(option, locale)}</span></label>`;
})}</fieldset>`;
    case 'text':
      return html`<section><label for="${name}">${asked}</label>${wrong}
<textarea id="${name}" name="${name}" maxlength="${COMMENT_LIMIT}"${required}>${given[name]}</textarea></section>`;
    default:
      return question satisfies never;
  }
}

function npsWords(points: number, locale: Locale): string {
  if (points === 10) return translate(locale, 'survey.page.nps.most');
  return points === 0 ? translate(locale, 'survey.page.nps.least') : String(points);
}
