import type { RichTextSection } from '@slack/types';
import type { Uploaded } from '../../../src/charts/picture-uploads.ts';
import type { Block, Button, Fact, Handwriting, Line } from '../../../src/chat/card.ts';
import type { Text } from '../../../src/chat/text.ts';
import { bold, plain, toPlainText, words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import type { SlackBlock } from './data-visualization.ts';
import type { Measure } from './measure.ts';
import type { DrawButton } from './render-button.ts';
import type { DrawChart } from './render-chart.ts';
import { plainText, richText, richTextOf, section } from './render-text.ts';

interface Drawing {
  readonly locale: Locale;
  readonly measure: Measure;
  readonly drawButton: DrawButton;
  readonly drawChart: DrawChart;
  /** Uploaded pictures. */
  readonly files?: Uploaded | undefined;
}

/**
 * One part of a card as Slack's blocks. Anything that may contain user text is rich text, which Slack never parses, or
 * plain text; mrkdwn has no way to escape `*_~` and backticks and is not used. A section's fields accept no rich text,
 * so facts are lines of rich text.
 */
export function renderBlock(block: Block, drawing: Drawing): SlackBlock[] {
  switch (block.kind) {
    case 'text':
      return [richTextOf(section(richText(block.text, drawing.measure.text, drawing.locale)))];
    case 'facts':
      return renderFacts(block.facts, drawing);
    case 'quote':
      return [
        richTextOf({ type: 'rich_text_quote', elements: richText(block.text, drawing.measure.text, drawing.locale) }),
      ];
    case 'heading':
      return [richTextOf(section(richText([bold(block.text)], drawing.measure.text, drawing.locale)))];
    case 'lines':
      return renderLines(block.lines, drawing);
    case 'note':
      return [{ type: 'context', elements: [plainText(toPlainText(block.text), drawing.measure.text)] }];
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return renderButtons(block.buttons, drawing.drawButton);
    case 'chart':
      return drawing.drawChart(block);
    case 'handwriting':
      return renderHandwriting(block, drawing.files?.get(block));
    default:
      return block satisfies never;
  }
}

/** Text cannot replace handwriting: without its picture nothing is drawn. */
function renderHandwriting({ alt }: Handwriting, file: string | undefined): SlackBlock[] {
  if (file === undefined) return [];
  return [{ type: 'image', slack_file: { id: file }, alt_text: plainText(alt, limits.altText).text }];
}

function renderFacts(facts: readonly Fact[], { locale, measure }: Drawing): SlackBlock[] {
  if (facts.length === 0) return [];
  const line = (fact: Fact): Text => [bold(fact.label), plain('  '), ...fact.value];
  return [richTextOf(...facts.map((fact) => section(richText(line(fact), measure.text, locale))))];
}

/** A line with a button is a section of its own, which accepts plain text only; those without are items of one list. */
function renderLines(lines: readonly Line[], drawing: Drawing): SlackBlock[] {
  const { locale, measure, drawButton } = drawing;
  const blocks: SlackBlock[] = [];
  let points: RichTextSection[] = [];
  const closeList = () => {
    if (points.length > 0) blocks.push(richTextOf({ type: 'rich_text_list', style: 'bullet', elements: points }));
    points = [];
  };
  for (const line of lines.slice(0, measure.lines)) {
    if (line.button === undefined) {
      points.push(section(richText(line.text, measure.text, locale)));
      continue;
    }
    closeList();
    const text = plainText(toPlainText(line.text), measure.text);
    // A section has room for one button; two go in a row below it, where a thumb can tell them apart.
    if (line.also === undefined) blocks.push({ type: 'section', text, accessory: drawButton(line.button) });
    else blocks.push({ type: 'section', text }, ...renderButtons([line.button, line.also], drawButton));
  }
  closeList();
  const missing = lines.length - measure.lines;
  if (missing > 0) blocks.push(moreLines(missing, locale));
  return blocks;
}

function moreLines(count: number, locale: Locale): SlackBlock {
  return richTextOf(section(richText(words(translate(locale, 'slack.moreLines', { count })), limits.text, locale)));
}

function renderButtons(buttons: readonly Button[], drawButton: DrawButton): SlackBlock[] {
  const rows: SlackBlock[] = [];
  for (let start = 0; start < buttons.length; start += limits.buttonsPerRow) {
    const row = buttons.slice(start, start + limits.buttonsPerRow);
    rows.push({ type: 'actions', elements: row.map(drawButton) });
  }
  return rows;
}
