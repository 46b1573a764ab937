import type { Block, Card } from '../chat/card.ts';
import { words } from '../chat/text.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import type { Organisation } from '../org/organisation.ts';
import { commentBlocks, figureBlocks, partBlocks } from '../quality/satisfaction-report/figure-blocks.ts';
import type { ReportFigures } from '../quality/satisfaction-report/report-figures.ts';
import type { ServiceHeading } from './draw-service.ts';

/** What customers said in a period as a card: figures against the period before, the least satisfied, and their words. */
export function drawSatisfaction(
  figures: ReportFigures,
  { period, whose, running }: ServiceHeading,
  org: Organisation,
  locale: Locale,
): Card {
  const title = translate(locale, 'satisfaction.title', { period });
  const notes = [whose, running ? translate(locale, 'service.running') : null].filter((note) => note !== null);
  const drawn = { locale, smallSample: org.settings.figures.smallSample };
  const blocks: Block[] = [
    ...(notes.length > 0 ? [{ kind: 'note', text: words(notes.join(translate(locale, 'service.dot'))) } as const] : []),
    ...figureBlocks(figures, drawn),
    ...partBlocks(figures, org, drawn),
    ...commentBlocks(figures, drawn),
    { kind: 'note', text: words(translate(locale, 'satisfactionReport.formulas')) },
  ];
  return { title, tone: 'neutral', summary: title, blocks };
}
