import type { Uploaded } from '../../../src/charts/picture-uploads.ts';
import type { Block, Button, Fact, Handwriting, Line } from '../../../src/chat/card.ts';
import { words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { limits } from '../limits.ts';
import { writeCallback } from './callback-value.ts';
import type { ButtonElement, Column, ColumnSet, Element, PlainText } from './card-json.ts';
import { renderChart } from './render-chart.ts';
import { cleanWords, renderParagraph, shorten } from './render-text.ts';

/** What drawing a card needs besides its blocks. */
export interface Bearings {
  /** The card is in a direct message: its buttons say so. */
  readonly direct?: boolean | undefined;
  /** Used to look up the card's message. */
  readonly mark?: string | undefined;
  /** The keys of uploaded pictures. */
  readonly pictures?: Uploaded | undefined;
}

/** A string as a plain text element. */
export const plainText = (content: string): PlainText => ({ tag: 'plain_text', content: cleanWords(content) });

const types = { primary: 'primary_filled', danger: 'danger' } as const;

/** A button. Feishu labels the two buttons of a confirmation itself: `yes` and `no` have no place there. */
export function renderButton(button: Button, { direct = false, mark }: Bearings): ButtonElement {
  const { confirm } = button;
  return {
    tag: 'button',
    text: plainText(shorten(button.label, limits.buttonCharacters)),
    type: button.style ? types[button.style] : 'default',
    behaviors: [
      {
        type: 'callback',
        value: writeCallback({ kind: 'press', action: button.action, value: button.value, direct, mark }),
      },
    ],
    ...(confirm && { confirm: { title: plainText(confirm.title), text: plainText(confirm.text) } }),
  };
}

const weighted = (elements: readonly Element[]): Column => ({
  tag: 'column',
  width: 'weighted',
  weight: 1,
  vertical_align: 'center',
  elements,
});

function renderFact({ label, value }: Fact): Column {
  return {
    tag: 'column',
    vertical_spacing: '2px',
    elements: [renderParagraph(words(label), 'note'), renderParagraph(value)],
  };
}

/** One button is drawn beside the text; two go in a row below it, or they would leave the text no room on a phone. */
function renderLine(line: Line, bearings: Bearings): Element[] {
  const text = renderParagraph(line.text);
  if (!line.button) return [text];
  if (line.also) return [text, ...renderButtons([line.button, line.also], bearings)];
  const button: Column = { tag: 'column', width: 'auto', elements: [renderButton(line.button, bearings)] };
  return [{ tag: 'column_set', flex_mode: 'none', columns: [weighted([text]), button] }];
}

function renderButtons(buttons: readonly Button[], bearings: Bearings): Element[] {
  if (buttons.length === 0) return [];
  const columns = buttons.map((button): Column => ({ tag: 'column', elements: [renderButton(button, bearings)] }));
  return [{ tag: 'column_set', flex_mode: 'flow', horizontal_spacing: '8px', columns }];
}

function renderQuote(text: Element): ColumnSet {
  const column: Column = { tag: 'column', width: 'weighted', weight: 1, padding: '8px', elements: [text] };
  return { tag: 'column_set', flex_mode: 'none', background_style: 'grey', columns: [column] };
}

/** Text cannot replace handwriting: without its picture nothing is drawn. */
function renderHandwriting({ alt }: Handwriting, key: string | undefined): Element[] {
  return key === undefined
    ? []
    : [{ tag: 'img', img_key: key, alt: plainText(shorten(alt, limits.altCharacters)), scale_type: 'fit_horizontal' }];
}

/** One block of a card as Feishu elements. Empty blocks give none. */
export function renderBlock(block: Block, locale: Locale, bearings: Bearings): Element[] {
  switch (block.kind) {
    case 'text':
      return [renderParagraph(block.text)];
    case 'facts':
      if (block.facts.length === 0) return [];
      return [{ tag: 'column_set', flex_mode: 'bisect', columns: block.facts.map(renderFact) }];
    case 'quote':
      return [renderQuote(renderParagraph(block.text))];
    case 'heading':
      return [renderParagraph(words(block.text), 'heading')];
    case 'lines':
      return block.lines.flatMap((line) => renderLine(line, bearings));
    case 'note':
      return [renderParagraph(block.text, 'note')];
    case 'divider':
      return [{ tag: 'hr' }];
    case 'buttons':
      return renderButtons(block.buttons, bearings);
    case 'chart':
      return [renderChart(block, locale)];
    case 'handwriting':
      return renderHandwriting(block, bearings.pictures?.get(block));
    default:
      return block satisfies never;
  }
}
