import type { Block, Card, Tone } from '../../../src/chat/card.ts';
import { words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { limits } from '../limits.ts';
import type { CardJson, Element, HeaderColor } from './card-json.ts';
import { fits } from './card-size.ts';
import { type Bearings, plainText, renderBlock } from './render-block.ts';
import { renderParagraph, shorten } from './render-text.ts';
import { caps, shortenCard } from './shorten-card.ts';

const colors: Record<Tone, HeaderColor> = {
  neutral: 'default',
  action: 'blue',
  warning: 'orange',
  late: 'red',
  good: 'green',
  muted: 'grey',
};

/** A card's frame: shared, as Feishu's 2.0 cards must be. Without a title there is no header. */
export function renderFrame(
  elements: readonly Element[],
  summary: string,
  header?: { readonly title: string; readonly color: HeaderColor },
): CardJson {
  return {
    schema: '2.0',
    config: { update_multi: true, summary: { content: shorten(summary, limits.summaryCharacters) } },
    ...(header && { header: { title: plainText(header.title), template: header.color } }),
    body: { elements },
  };
}

function render(card: Card, locale: Locale, bearings: Bearings): CardJson {
  const blocks = card.blocks.flatMap((block) => renderBlock(block, locale, bearings));
  // A card that must be found later needs an element to carry its mark.
  const elements = blocks.length > 0 || bearings.mark === undefined ? blocks : [renderParagraph(words(card.summary))];
  const [first] = elements;
  if (first && bearings.mark !== undefined) elements[0] = { ...first, element_id: bearings.mark };
  return renderFrame(elements, card.summary, { title: card.title, color: colors[card.tone] });
}

/** Charts beyond the limit per card are described in a sentence. */
function withoutSurplusCharts(blocks: readonly Block[]): Block[] {
  const surplus = new Set(blocks.filter(({ kind }) => kind === 'chart').slice(limits.chartsPerCard));
  return blocks.map((block) =>
    block.kind === 'chart' && surplus.has(block) ? { kind: 'note', text: words(block.alt) } : block,
  );
}

/**
 * A card as Card JSON 2.0. If it is larger than Feishu allows, its longest texts and lists are truncated and say so.
 * `bearings` go into the buttons; with a mark the card can be found later in its chat.
 */
export function renderCard(card: Card, locale: Locale, bearings: Bearings = {}): CardJson {
  const drawn = { ...card, blocks: withoutSurplusCharts(card.blocks) };
  const whole = render(drawn, locale, bearings);
  if (fits(whole)) return whole;
  const shorter = caps.map((cap) => render(shortenCard(drawn, cap, locale), locale, bearings));
  return shorter.find(fits) ?? shorter.at(-1) ?? whole;
}
