import type { Fact } from '../../chat/card.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { factIn } from '../../records/card/blocks.ts';
import { percentText } from '../../share.ts';
import type { SurveyFigures } from './survey-results.ts';

/** A survey's figures as card facts: how many answered, and the results. */
export function figureFacts({ invited, answered, csat, mean, nps }: SurveyFigures, locale: Locale): Fact[] {
  const fact = factIn(locale);
  const percent = (share: number) => `${(share * 100).toFixed(1).replace(/\.0$/, '')}%`;
  const share = percentText({ met: answered, of: invited });
  const rate = share && `${answered}/${invited} · ${share}`;
  return [
    ...fact('survey.figure.response', rate),
    ...fact('survey.figure.csat', csat === null ? null : percent(csat)),
    ...fact(
      'survey.figure.mean',
      mean === null
        ? null
        : translate(locale, 'survey.figure.meanOf', { mean: mean.toFixed(2), score: (mean * 20).toFixed(1) }),
    ),
    ...fact('survey.figure.nps', nps === null ? null : String(nps)),
  ];
}
