import type { Card, Tone } from '../../../src/chat/card.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import type { SlackBlock } from './data-visualization.ts';
import type { Measure } from './measure.ts';
import { renderBlock } from './render-block.ts';
import { createButtonDrawer } from './render-button.ts';
import { createChartDrawer, type PictureForm } from './render-chart.ts';
import { notificationText, plainText } from './render-text.ts';
import { refuseBeyond } from './unfit.ts';

/** A message: blocks, and a line for notifications and screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: SlackBlock[];
}

/** How much of long texts and lists is shown; the first step at which the whole card fits is used. */
const measures: readonly Measure[] = [
  { text: limits.text, lines: 40 },
  { text: 1000, lines: 20 },
  { text: 300, lines: 10 },
  { text: 120, lines: 6 },
  { text: 50, lines: 3 },
];

/**
 * A card as a Slack message. Content that is too long is shortened and says so; the adapter's own texts are in `locale`.
 * @throws AppError `slack.unfit` if not even the shortest form is within Slack's limits.
 */
export function renderCard(card: Card, locale: Locale, pictures: PictureForm = { as: 'words' }): SlackMessage {
  const text = notificationText(card.summary);
  // Charts too large to go with the rest are described in words, which can be shortened.
  const forms: readonly PictureForm[] =
    pictures.as === 'native' ? [pictures, { ...pictures, as: 'words' }] : [pictures];
  const blocks = firstThatFits(card, locale, forms);
  refuseBeyond('blocks of a message', blocks.length, limits.blocksPerMessage);
  refuseBeyond('JSON of a message', JSON.stringify(blocks).length, limits.blocksJson);
  return { text, blocks };
}

/** The longest version that fits; the shortest if none does. Most cards fit at once, and are drawn once. */
function firstThatFits(card: Card, locale: Locale, forms: readonly PictureForm[]): SlackBlock[] {
  let blocks: SlackBlock[] = [];
  for (const form of forms) {
    for (const measure of measures) {
      blocks = drawCard(card, locale, measure, form);
      if (fits(blocks)) return blocks;
    }
  }
  return blocks;
}

function fits(blocks: readonly SlackBlock[]): boolean {
  return blocks.length <= limits.blocksPerMessage && JSON.stringify(blocks).length <= limits.blocksJson;
}

function drawCard(card: Card, locale: Locale, measure: Measure, pictures: PictureForm): SlackBlock[] {
  const drawButton = createButtonDrawer();
  const drawChart = createChartDrawer(pictures, locale, measure);
  return [
    { type: 'header', text: plainText(card.title, limits.header) },
    ...renderTone(card.tone, locale),
    ...card.blocks.flatMap((block) =>
      renderBlock(block, { locale, measure, drawButton, drawChart, files: pictures.files }),
    ),
  ];
}

function renderTone(tone: Tone, locale: Locale): SlackBlock[] {
  if (tone === 'neutral') return [];
  return [{ type: 'context', elements: [plainText(translate(locale, `slack.tone.${tone}`), limits.text)] }];
}
