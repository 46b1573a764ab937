import { formatMonth } from '../../src/calendar/format.ts';
import type { Block, Card } from '../../src/chat/card.ts';
import { bold, plain, words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import { scoreKey } from '../../src/quality/satisfaction/score.ts';
import { figureBlocks } from '../../src/quality/satisfaction-report/figure-blocks.ts';
import { satisfactionReportWords } from '../../src/quality/satisfaction-report/words.ts';
import { openButton } from '../../src/records/card/draw-buttons.ts';
import { percentText } from '../../src/share.ts';
import type { MonthlySatisfactionContent, WeeklySatisfaction } from './satisfaction-content.ts';

/** A month's satisfaction as a card: figures compared with the month before, the months as a chart, the three worst comments. */
export function drawMonthlySatisfaction(content: MonthlySatisfactionContent, locale: Locale): Card {
  const { first, figures, smallSample, comments } = content;
  const title = translate(locale, 'satisfaction.monthly.title', { month: formatMonth(first, locale) });
  const { satisfied } = figures.services;
  const rate = percentText(satisfied);
  const summary =
    rate === null
      ? translate(locale, 'satisfaction.monthly.none')
      : translate(locale, 'satisfaction.monthly.summary', { rate, of: satisfied.of });
  return {
    title,
    tone: 'neutral',
    summary,
    blocks: [
      ...figureBlocks(figures, { locale, smallSample }),
      ...worstBlocks(comments, locale),
      { kind: 'note', text: words(translate(locale, satisfactionReportWords.formulas)) },
    ],
  };
}

function worstBlocks(comments: MonthlySatisfactionContent['comments'], locale: Locale): Block[] {
  if (comments.length === 0) return [];
  const lines = comments.map(({ score, number, text, project }) => ({
    text: [
      bold(translate(locale, scoreKey(score))),
      plain(` ${project ? `${nameOf(project, locale)} · ` : ''}${text}`),
    ],
    button: openButton(number, translate(locale, 'record.open')),
  }));
  return [
    { kind: 'heading', text: translate(locale, 'satisfaction.monthly.worst') },
    { kind: 'lines', lines },
  ];
}

/** The line in a week's digest. */
export function satisfactionLine({ satisfied, rated }: WeeklySatisfaction, locale: Locale): string {
  const rate = percentText(satisfied);
  if (rate === null) return translate(locale, 'satisfaction.weekly.none', { of: rated.of });
  return translate(locale, 'satisfaction.weekly', { rate, rated: rated.met, of: rated.of });
}
