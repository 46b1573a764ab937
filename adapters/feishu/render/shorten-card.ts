import { cutTo, fitChart } from '../../../src/charts/fit-chart.ts';
import type { Block, Card } from '../../../src/chat/card.ts';
import { plain, type Text, toPlainText, words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';

/** How much of each text, list and chart is shown, in decreasing order; the first step that fits is used. */
export const caps = [
  { characters: 4000, lines: 40, categories: 20 },
  { characters: 2000, lines: 30, categories: 20 },
  { characters: 1000, lines: 20, categories: 12 },
  { characters: 500, lines: 10, categories: 8 },
  { characters: 200, lines: 5, categories: 0 },
  { characters: 60, lines: 3, categories: 0 },
] as const;

export type Cap = (typeof caps)[number];

/** A text truncated to this many characters, followed by the number left out. Formatting is dropped along with it. */
function shortenText(text: Text, most: number, locale: Locale): Text {
  const characters = Array.from(toPlainText(text));
  if (characters.length <= most) return text;
  const count = characters.length - most;
  return [plain(`${characters.slice(0, most).join('')}… ${translate(locale, 'feishu.card.moreText', { count })}`)];
}

function shortenBlock(block: Block, cap: Cap, locale: Locale): Block[] {
  switch (block.kind) {
    case 'text':
    case 'quote':
    case 'note':
      return [{ ...block, text: shortenText(block.text, cap.characters, locale) }];
    case 'lines': {
      const count = block.lines.length - cap.lines;
      const lines = block.lines
        .slice(0, cap.lines)
        .map((line) => ({ ...line, text: shortenText(line.text, cap.characters, locale) }));
      if (count <= 0) return [{ ...block, lines }];
      const more = words(translate(locale, 'feishu.card.moreLines', { count }));
      return [
        { ...block, lines },
        { kind: 'note', text: more },
      ];
    }
    case 'facts': {
      const facts = block.facts.map((fact) => ({ ...fact, value: shortenText(fact.value, cap.characters, locale) }));
      return [{ ...block, facts }];
    }
    case 'heading':
    case 'divider':
    case 'buttons':
    case 'handwriting':
      return [block];
    case 'chart': {
      const { categories } = cap;
      if (categories > 0)
        return [fitChart(block, { ...limits.chart, categories, cut: cutTo(limits.chart.label) }, locale)];
      return [{ kind: 'note', text: shortenText(words(block.alt), cap.characters, locale) }];
    }
    default:
      return block satisfies never;
  }
}

/** The card with its long texts and lists truncated, each with the number left out. */
export const shortenCard = (card: Card, cap: Cap, locale: Locale): Card => ({
  ...card,
  blocks: card.blocks.flatMap((block) => shortenBlock(block, cap, locale)),
});
