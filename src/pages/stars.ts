import { html, type Markup, when } from '../html.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import { scoreKey, scores } from '../quality/satisfaction/score.ts';

/** A question answered with a score: radio buttons with labels, and stars beside them. */
export interface ScoreQuestion {
  readonly name: string;
  readonly question: string;
  /** The value sent before. */
  readonly given: string | undefined;
  /** What is wrong with it. */
  readonly problem: string | undefined;
  /** It is required regardless of other answers. */
  readonly isRequired?: boolean;
}

/** The five scores of a question, the best first. */
export function drawScores(
  { name, question, given, problem, isRequired = false }: ScoreQuestion,
  locale: Locale,
): Markup {
  return html`<fieldset>
<legend>${question}</legend>
${when(problem !== undefined, html`<p class="wrong" id="${name}-problem">${problem ?? ''}</p>`)}
${scores.map(
  (
    score,
  ) => html`<label class="choice"><input type="radio" name="${name}" value="${score}"${when(given === String(score), html` checked`)}${when(isRequired, html` required`)} data-required>
<span>${translate(locale, scoreKey(score))}</span><span class="stars" aria-hidden="true">${'★'.repeat(score)}</span></label>`,
)}
</fieldset>`;
}
