import { html, type Markup, when } from '../../../src/html.ts';
import { type Card, type CardElement, elementSchema } from '../feishu/card-schema.ts';
import { feishuChart } from './chart-html.ts';
import { type Files, type Names, noFiles } from './slack-html.ts';

/** A card about as Feishu's client shows it. */
export function feishuCard({ header, body }: Card, names: Names, files: Files = noFiles): Markup {
  const head = header && html`<h2 class="${header.template ?? 'default'}">${header.title.content}</h2>`;
  return html`<div class="feishu message"><div class="avatar">q</div><div><p class="from"><b>qmbot</b></p><div class="card">${head}<div class="inside">${drawAll(body.elements, names, files)}</div></div></div></div>`;
}

const drawAll = (elements: readonly unknown[], names: Names, files: Files): Markup[] =>
  elements.map((element) => drawElement(elementSchema.parse(element), names, files));

function drawElement(element: CardElement, names: Names, files: Files): Markup {
  switch (element.tag) {
    case 'div': {
      const { text } = element;
      if (text === undefined) return html``;
      const inner = text.tag === 'lark_md' ? drawMarkdown(text.content, names) : html`${text.content}`;
      return html`<p class="${text.text_size ?? 'normal'} ${text.text_color ?? ''}">${inner}</p>`;
    }
    case 'markdown':
      return html`<p>${drawMarkdown(element.content, names)}</p>`;
    case 'hr':
      return html`<hr>`;
    case 'column_set':
      return html`<div class="columns ${element.flex_mode ?? 'none'} ${element.background_style ?? ''}">${element.columns.map(({ elements, width }) => html`<div class="${width ?? ''}">${drawAll(elements, names, files)}</div>`)}</div>`;
    case 'form':
      return html`<div class="form">${drawAll(element.elements, names, files)}</div>`;
    case 'button':
      return html`<span class="button ${element.type ?? 'default'}">${element.text?.content}</span>`;
    case 'input':
      return html`<div class="box ${element.input_type === 'multiline_text' && element.rows !== 1 ? 'tall' : ''}">${element.default_value}${when(!element.default_value, html`<i>${element.placeholder?.content}</i>`)}</div>`;
    case 'select_static': {
      const chosen = element.options.find(({ value }) => value === element.initial_option)?.text.content;
      return html`<div class="box">${chosen ?? html`<i>${element.placeholder?.content}</i>`} ▾</div>`;
    }
    case 'multi_select_static': {
      const chosen = element.options.filter(({ value }) => element.selected_values?.includes(value));
      return html`<div class="box">${chosen.map(({ text }) => text.content).join(' · ')} ▾</div>`;
    }
    case 'date_picker':
      return html`<div class="box">▦ ${element.initial_date ?? html`<i>${element.placeholder?.content}</i>`}</div>`;
    case 'chart':
      return feishuChart(element);
    case 'img':
      return html`<img src="${files(element.img_key)}">`;
    case 'table':
      return html`<p>table</p>`;
    default:
      return element satisfies never;
  }
}

const pieces =
  /<at id=([^>]*)><\/at>|\*\*(.*?)\*\*|<font color='(\w+)'>([\s\S]*?)<\/font>|\[([^\]]*)\]\(((?:https?|tel):[^)]*)\)/g;

/** The little of Feishu's markup that our cards use. */
function drawMarkdown(content: string, names: Names): Markup {
  const parts: Markup[] = [];
  let end = 0;
  for (const match of content.matchAll(pieces)) {
    const [whole, person, strong, color, colored = '', linked, address] = match;
    parts.push(html`${decode(content.slice(end, match.index))}`);
    if (person !== undefined) parts.push(html`<span class="mention">@${names(person)}</span>`);
    else if (strong !== undefined) parts.push(html`<b>${decode(strong)}</b>`);
    else if (linked !== undefined) parts.push(html`<a href="${address ?? ''}">${decode(linked)}</a>`);
    else parts.push(html`<span class="${color ?? ''}">${drawMarkdown(colored, names)}</span>`);
    end = match.index + whole.length;
  }
  return html`${parts}${decode(content.slice(end))}`;
}

const decode = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
