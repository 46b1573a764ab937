import type { ModalBody, StandInBlock } from '../stand-ins/slack/block-schemas.ts';
import type { Content } from '../stand-ins/slack/check.ts';
import type { InputElement } from '../stand-ins/slack/element-schemas.ts';
import { optionsOf } from '../stand-ins/slack/views.ts';

type RichText = Extract<StandInBlock, { type: 'rich_text' }>;
type Part = RichText['elements'][number];
type Piece = Extract<Part, { type: 'rich_text_section' }>['elements'][number];
type Button = Extract<StandInBlock, { type: 'actions' }>['elements'][number];

/** A Slack message as lines of text: `#` a header, `>` a quote, `▤` a chart, `▣` a picture, `[...]` a button, `~` small print. */
export function drawSlackMessage({ text, blocks }: Content): string[] {
  return [`(${text})`, ...blocks.flatMap(drawBlock)];
}

/** A Slack modal as lines of text; errors, by `action_id`, are shown by Slack's client under their inputs. */
export function drawSlackView(
  { title, submit, close, blocks }: ModalBody,
  errors: Readonly<Record<string, string>> = {},
): string[] {
  const wrong = (block: StandInBlock) => (block.type === 'input' ? errors[block.element.action_id] : undefined);
  return [
    `# ${title.text}`,
    ...blocks.flatMap((block) => [...drawBlock(block), ...[wrong(block) ?? []].flat().map((error) => `! ${error}`)]),
    `[${close?.text ?? ''}] ${submit === undefined ? '' : `[*${submit.text}*]`}`,
  ];
}

function drawBlock(block: StandInBlock): string[] {
  switch (block.type) {
    case 'header':
      return [`# ${block.text.text}`];
    case 'divider':
      return ['────'];
    case 'context':
      return block.elements.flatMap(({ text }) => text.split('\n').map((line) => `~ ${line}`));
    case 'section': {
      const button = block.accessory ? [`  ${drawButton(block.accessory)}`] : [];
      return [...(block.text?.text ?? '').split('\n'), ...button];
    }
    case 'actions':
      return [block.elements.map(drawButton).join(' ')];
    case 'rich_text':
      return block.elements.flatMap(drawPart);
    case 'input':
      return drawInput(block);
    case 'image':
      return [`▣ ${block.title?.text ?? ''}`.trimEnd(), ...block.alt_text.split('\n').map((line) => `  ${line}`)];
    case 'data_visualization':
      return drawChart(block);
    default:
      return block satisfies never;
  }
}

function drawChart({ title, chart }: Extract<StandInBlock, { type: 'data_visualization' }>): string[] {
  const head = `▤ ${title} (${chart.type})`;
  if (chart.type === 'pie') return [head, ...chart.segments.map(({ label, value }) => `  ${label}: ${value}`)];
  const at = (category: string) =>
    chart.series.map(({ name, data }) => `${name} ${data.find(({ label }) => label === category)?.value}`);
  return [head, ...chart.axis_config.categories.map((category) => `  ${category}: ${at(category).join(' · ')}`)];
}

function drawPart(part: Part): string[] {
  switch (part.type) {
    case 'rich_text_section':
      return part.elements.map(drawPiece).join('').split('\n');
    case 'rich_text_quote':
      return part.elements
        .map(drawPiece)
        .join('')
        .split('\n')
        .map((line) => `> ${line}`);
    case 'rich_text_list':
      return part.elements.flatMap(({ elements }) =>
        elements
          .map(drawPiece)
          .join('')
          .split('\n')
          .map((line, index) => (index === 0 ? `• ${line}` : `  ${line}`)),
      );
    default:
      return part satisfies never;
  }
}

function drawPiece(piece: Piece): string {
  const strong = (text: string) => (piece.style?.bold ? `*${text}*` : text);
  switch (piece.type) {
    case 'text':
      return strong(piece.text);
    case 'user':
      return `@${piece.user_id}`;
    case 'link':
      return `${piece.text ?? piece.url}<${piece.url}>`;
    default:
      return piece satisfies never;
  }
}

function drawButton({ text, style }: Button): string {
  if (style === 'primary') return `[*${text.text}*]`;
  return style === 'danger' ? `[!${text.text}!]` : `[${text.text}]`;
}

function drawInput({ label, hint, optional, element }: Extract<StandInBlock, { type: 'input' }>): string[] {
  return [`${label.text}${optional ? '' : ' *'}`, ...drawElement(element), ...(hint ? [`  ~ ${hint.text}`] : [])];
}

function drawElement(element: InputElement): string[] {
  switch (element.type) {
    case 'plain_text_input': {
      const lines = (element.initial_value ?? '').split('\n');
      return [...lines.map((line) => `  │${line}`), `  ${element.multiline ? '▭ ' : ''}≤ ${element.max_length}`];
    }
    case 'number_input':
      return [`  │${element.initial_value ?? ''}`];
    case 'datepicker':
      return [`  ▦ ${element.initial_date ?? ''}`];
    case 'radio_buttons': {
      const chosen = element.initial_option?.value;
      return element.options.map(({ value, text }) => `  ${value === chosen ? '◉' : '○'} ${text.text}`);
    }
    case 'static_select':
      return [`  ▾ ${element.initial_option?.text.text ?? ''}`, ...drawOptions(element)];
    case 'multi_static_select': {
      const chosen = element.initial_options?.map(({ text }) => text.text) ?? [];
      return [`  ▾▾ ${chosen.join(', ')}`, ...drawOptions(element)];
    }
    case 'file_input':
      return [`  ⎘ ≤ ${element.max_files ?? 10}`];
    default:
      return element satisfies never;
  }
}

/** What can be chosen: a few by name, of more the first and the last. */
function drawOptions(element: InputElement): string[] {
  const names = optionsOf(element).map(({ text }) => text.text);
  const shown = names.length > 8 ? [...names.slice(0, 3), '…', ...names.slice(-1)] : names;
  return [`    ${names.length}: ${shown.join(' · ')}`];
}
