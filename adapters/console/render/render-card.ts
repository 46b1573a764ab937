import { strokesPath } from '../../../src/charts/draw-handwriting.ts';
import type { Block, Button, Card, Fact, Handwriting, Line, Tone } from '../../../src/chat/card.ts';
import { html, type Markup } from '../../../src/html.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { type MessageKey, translate } from '../../../src/i18n/translate.ts';
import { renderChart } from './render-chart.ts';
import { renderIcon } from './render-icon.ts';
import { renderText } from './render-text.ts';

const toneWords: Record<Tone, MessageKey> = {
  neutral: 'console.tone.neutral',
  action: 'console.tone.action',
  warning: 'console.tone.warning',
  late: 'console.tone.late',
  good: 'console.tone.good',
  muted: 'console.tone.muted',
};

/** A card as an article. Its tone is shown by color, by shape and, for screen readers, by a word. */
export function renderCard(card: Card, locale: Locale): Markup {
  const tone = translate(locale, toneWords[card.tone]);
  return html`<article class="card" data-tone="${card.tone}" lang="${locale}" tabindex="-1"><header class="card-head">${renderIcon(card.tone)}<h3>${card.title}</h3><span class="unseen">${tone}</span></header>${renderBody(card.blocks, locale)}</article>`;
}

function renderBody(blocks: readonly Block[], locale: Locale): Markup | undefined {
  return blocks.length === 0
    ? undefined
    : html`<div class="card-body">${blocks.map((block) => renderBlock(block, locale))}</div>`;
}

function renderBlock(block: Block, locale: Locale): Markup {
  switch (block.kind) {
    case 'text':
      return html`<p>${renderText(block.text)}</p>`;
    case 'facts':
      return html`<dl class="facts">${block.facts.map(renderFact)}</dl>`;
    case 'quote':
      return html`<blockquote>${renderText(block.text)}</blockquote>`;
    case 'heading':
      return html`<h4>${block.text}</h4>`;
    case 'lines':
      return html`<ul class="lines">${block.lines.map(renderLine)}</ul>`;
    case 'note':
      return html`<p class="note">${renderText(block.text)}</p>`;
    case 'divider':
      return html`<hr>`;
    case 'buttons':
      return html`<div class="buttons">${block.buttons.map(renderButton)}</div>`;
    case 'chart':
      return renderChart(block, locale);
    case 'handwriting':
      return renderHandwriting(block);
    default:
      return block satisfies never;
  }
}

function renderFact(fact: Fact): Markup {
  return html`<div><dt>${fact.label}</dt><dd>${renderText(fact.value)}</dd></div>`;
}

/** In the page's own ink. */
function renderHandwriting({ sheet, alt }: Handwriting): Markup {
  return html`<svg class="handwriting" viewBox="0 0 ${sheet.width} ${sheet.height}" role="img" aria-label="${alt}"><path d="${strokesPath(sheet)}"/></svg>`;
}

function renderLine(line: Line): Markup {
  const buttons = [line.button, line.also].filter((button) => button !== undefined).map(renderButton);
  return html`<li><span>${renderText(line.text)}</span>${buttons}</li>`;
}

function renderButton(button: Button): Markup {
  const confirm = button.confirm === undefined ? undefined : html` data-confirm="${JSON.stringify(button.confirm)}"`;
  const style = button.style ?? 'plain';
  return html`<button type="button" class="button" data-style="${style}" data-action="${button.action}" data-value="${JSON.stringify(button.value)}"${confirm}>${button.label}</button>`;
}
