import { html, type Markup } from '../../../src/html.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import type { HomeBody, ModalBody, StandInBlock } from '../slack/block-schemas.ts';
import type { Content } from '../slack/check.ts';
import type { InputElement } from '../slack/element-schemas.ts';
import { optionsOf } from '../slack/views.ts';
import { slackChart } from './chart-html.ts';

/** Names of people by their user id, as a client shows mentions. */
export type Names = (userId: string) => string;

/** Uploaded pictures by their file's id, as addresses. */
export type Files = (id: string) => string;

export const noFiles: Files = () => '';

type Part = Extract<StandInBlock, { type: 'rich_text' }>['elements'][number];
type Piece = Extract<Part, { type: 'rich_text_section' }>['elements'][number];
type Button = Extract<StandInBlock, { type: 'actions' }>['elements'][number];

/** A message about as Slack's client shows it. */
export function slackMessage({ blocks }: Content, names: Names, sentAt: string, files: Files = noFiles): Markup {
  return html`<div class="slack message"><div class="avatar">q</div><div><p class="from"><b>qmbot</b> <i>APP</i> <span>${sentAt}</span></p>${blocks.map((block) => drawBlock(block, names, files))}</div></div>`;
}

/** A modal about as Slack's client shows it. */
export function slackView({ title, submit, close, blocks }: ModalBody, names: Names): Markup {
  return html`<div class="slack modal"><h1>${title.text}</h1><div class="inside">${blocks.map((block) => drawBlock(block, names, noFiles))}</div><footer><span class="button">${close?.text}</span><span class="button good">${submit?.text}</span></footer></div>`;
}

/** The tabs of an app's home, as Slack's client names them. */
const tabs = { en: ['Home', 'Messages'], 'zh-CN': ['首页', '消息'] } as const;

/** A home tab about as Slack's client shows it to somebody who reads this language. */
export function slackHome({ blocks }: HomeBody, names: Names, locale: Locale): Markup {
  const [home, messages] = tabs[locale];
  return html`<div class="slack home"><p class="tabs"><b>${home}</b> <span>${messages}</span></p><div class="inside">${blocks.map((block) => drawBlock(block, names, noFiles))}</div></div>`;
}

function drawBlock(block: StandInBlock, names: Names, files: Files): Markup {
  switch (block.type) {
    case 'header':
      return html`<h2>${block.text.text}</h2>`;
    case 'divider':
      return html`<hr>`;
    case 'context':
      return html`<p class="context">${block.elements.map(({ text }) => text)}</p>`;
    case 'section':
      return html`<div class="section"><p>${block.text?.text}</p>${block.accessory ? drawButton(block.accessory) : undefined}</div>`;
    case 'actions':
      return html`<div class="actions">${block.elements.map(drawButton)}</div>`;
    case 'rich_text':
      return html`${block.elements.map((part) => drawPart(part, names))}`;
    case 'image':
      return html`<div class="chart">${block.title && html`<b>${block.title.text} ▾</b>`}<img src="${block.slack_file ? files(block.slack_file.id) : ''}"></div>`;
    case 'data_visualization':
      return slackChart(block);
    case 'input':
      return html`<div class="input"><b>${block.label.text}${block.optional ? html` <small>(optional)</small>` : undefined}</b>${drawElement(block.element)}<small>${block.hint?.text}</small></div>`;
    default:
      return block satisfies never;
  }
}

function drawPart(part: Part, names: Names): Markup {
  const pieces = (elements: readonly Piece[]) => elements.map((piece) => drawPiece(piece, names));
  switch (part.type) {
    case 'rich_text_section':
      return html`<p>${pieces(part.elements)}</p>`;
    case 'rich_text_quote':
      return html`<blockquote>${pieces(part.elements)}</blockquote>`;
    case 'rich_text_list':
      return html`<ul>${part.elements.map(({ elements }) => html`<li>${pieces(elements)}</li>`)}</ul>`;
    default:
      return part satisfies never;
  }
}

function drawPiece(piece: Piece, names: Names): Markup {
  switch (piece.type) {
    case 'text':
      return piece.style?.bold ? html`<b>${piece.text}</b>` : html`${piece.text}`;
    case 'user':
      return html`<span class="mention">@${names(piece.user_id)}</span>`;
    case 'link':
      return html`<u>${piece.text ?? piece.url}</u>`;
    default:
      return piece satisfies never;
  }
}

function drawButton({ text, style }: Button): Markup {
  const look = { primary: 'good', danger: 'bad' };
  return html`<span class="button ${style === undefined ? '' : look[style]}">${text.text}</span>`;
}

function drawElement(element: InputElement): Markup {
  switch (element.type) {
    case 'plain_text_input':
      return html`<div class="box ${element.multiline ? 'tall' : ''}">${element.initial_value}</div>`;
    case 'number_input':
      return html`<div class="box">${element.initial_value}</div>`;
    case 'datepicker':
      return html`<div class="box">▦ ${element.initial_date}</div>`;
    case 'radio_buttons':
      return html`${element.options.map(({ text, value }) => html`<div>${value === element.initial_option?.value ? '◉' : '○'} ${text.text}</div>`)}`;
    case 'static_select':
      return html`<div class="box">${element.initial_option?.text.text ?? `… ${optionsOf(element).length}`} ▾</div>`;
    case 'multi_static_select':
      return html`<div class="box">${element.initial_options?.map(({ text }) => text.text).join(' · ')} ▾</div>`;
    case 'file_input':
      return html`<div class="box">⎘ … ${String(element.max_files ?? 10)}</div>`;
    default:
      return element satisfies never;
  }
}
