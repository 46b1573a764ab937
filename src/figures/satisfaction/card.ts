import type { Block, Card } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import { commentBlocks, figureBlocks, partBlocks } from '../../quality/satisfaction-report/figure-blocks.ts';
import type { ReportFigures } from '../../quality/satisfaction-report/report-figures.ts';
import { satisfactionReportWords } from '../../quality/satisfaction-report/words.ts';
import { headingNotes, type ServiceHeading } from '../heading.ts';

/** What customers said in a period, as a card: figures compared with the period before, the least satisfied customers, and their comments. */
export function drawSatisfaction(
  figures: ReportFigures,
  heading: ServiceHeading,
  org: Organisation,
  locale: Locale,
): Card {
  const title = translate(locale, 'satisfaction.title', { period: heading.period });
  const drawn = { locale, smallSample: org.settings.figures.smallSample };
  const blocks: Block[] = [
    ...headingNotes(heading, locale),
    ...figureBlocks(figures, drawn),
    ...partBlocks(figures, org, drawn),
    ...commentBlocks(figures, drawn),
    { kind: 'note', text: words(translate(locale, satisfactionReportWords.formulas)) },
  ];
  return { title, tone: 'neutral', summary: title, blocks };
}
