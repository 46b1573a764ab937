import { z } from 'zod';
import type { Card, CardElement } from '../stand-ins/feishu/card-schema.ts';
import { elementSchema } from '../stand-ins/feishu/card-schema.ts';

type Of<Tag extends CardElement['tag']> = Extract<CardElement, { tag: Tag }>;
type Option = Of<'select_static'>['options'][number];

const chartData = z.object({
  values: z.array(z.object({ item: z.string(), series: z.string(), value: z.number() })),
});

/** A Feishu card as lines of text: `#` its header with its colour, `│` a grey box, `▤` a chart, `▣` a picture, `[...]` a button, `~` small print. */
export function drawFeishuCard({ config, header, body }: Card): string[] {
  const head = header ? [`# ${header.title.content}`, `~ (${header.template ?? 'default'})`] : [];
  return [`(${config?.summary?.content ?? ''})`, ...head, ...drawAll(body.elements)];
}

const drawAll = (elements: readonly unknown[]): string[] =>
  elements.flatMap((element) => drawElement(elementSchema.parse(element)));

function drawElement(element: z.output<typeof elementSchema>): string[] {
  switch (element.tag) {
    case 'div':
      return drawDiv(element);
    case 'markdown':
      return decode(element.content).split('\n');
    case 'hr':
      return ['────'];
    case 'column_set':
      return drawColumns(element);
    case 'form':
      return drawAll(element.elements);
    case 'button':
      return [drawButton(element)];
    case 'input':
      return drawInput(element);
    case 'select_static': {
      const chosen = element.options.find(({ value }) => value === element.initial_option);
      return [`  ▾ ${chosen?.text.content ?? ''}`, ...drawOptions(element.options), ...drawHint(element)];
    }
    case 'multi_select_static': {
      const chosen = element.options.filter(({ value }) => element.selected_values?.includes(value));
      const names = chosen.map(({ text }) => text.content).join(', ');
      return [`  ▾▾ ${names}`, ...drawOptions(element.options), ...drawHint(element)];
    }
    case 'date_picker':
      return [`  ▦ ${element.initial_date ?? ''}`, ...drawHint(element)];
    case 'chart':
      return drawChart(element);
    case 'img':
      return ['▣', `  ${element.alt.content}`];
    case 'table':
      return ['(table)'];
    default:
      return element satisfies never;
  }
}

function drawChart({ chart_spec, height }: Of<'chart'>): string[] {
  const { values } = z.array(chartData).parse(chart_spec.data)[0] ?? { values: [] };
  const items = [...new Set(values.map(({ item }) => item))];
  const at = (item: string) =>
    values.filter((datum) => datum.item === item).map((datum) => `${datum.series} ${datum.value}`);
  const stacked = chart_spec.stack === true ? ' stacked' : '';
  return [
    `▤ ${chart_spec.title?.text} (${chart_spec.type}${stacked}, ${height})`,
    ...items.map((item) => `  ${item}: ${at(item).join(' · ')}`),
  ];
}

function drawDiv({ text }: Of<'div'>): string[] {
  if (text === undefined) return [];
  const small = text.tag === 'plain_text' && text.text_size === 'notation';
  const lines = (text.tag === 'lark_md' ? decode(text.content) : text.content).split('\n');
  const isError = text.tag === 'plain_text' && text.text_color === 'red';
  const sign = isError ? '! ' : small ? '~ ' : '';
  return lines.map((line) => `${sign}${line}`);
}

/** Buttons stay in one line; a fact's label and value do too. */
function drawColumns({ columns, background_style }: Of<'column_set'>): string[] {
  const cells = columns.map(({ elements }) => drawAll(elements));
  if (background_style !== undefined) return cells.flat().map((line) => `│ ${line}`);
  if (cells.every((lines) => lines.length === 1)) return [cells.flat().join(' ')];
  const asFact = ([label = '', ...value]: readonly string[]) => [`${label.replace(/^~ /, '')}: ${value.join('\n')}`];
  const isLine = columns.length === 2 && columns[1]?.width === 'auto';
  if (isLine) return [...(cells[0] ?? []), ...(cells[1] ?? []).map((line) => `  ${line}`)];
  return cells.flatMap(asFact).flatMap((line) => line.split('\n'));
}

function drawButton({ text, type }: Of<'button'>): string {
  const label = text?.content ?? '';
  if (type === 'primary_filled') return `[*${label}*]`;
  return type === 'danger' ? `[!${label}!]` : `[${label}]`;
}

function drawInput(element: Of<'input'>): string[] {
  const lines = (element.default_value ?? '').split('\n');
  const many = element.input_type === 'multiline_text' ? '▭ ' : '';
  return [...lines.map((line) => `  │${line}`), `  ${many}≤ ${element.max_length}`, ...drawHint(element)];
}

const drawHint = ({ placeholder }: { placeholder?: { content: string } | undefined }) =>
  placeholder ? [`  ~ ${placeholder.content}`] : [];

function drawOptions(options: readonly Option[]): string[] {
  const names = options.map(({ text }) => text.content);
  const shown = names.length > 8 ? [...names.slice(0, 3), '…', ...names.slice(-1)] : names;
  return [`    ${names.length}: ${shown.join(' · ')}`];
}

/** What a client makes of Feishu's markup, as far as we use it. */
function decode(content: string): string {
  return content
    .replace(/<at id=([^>]*)><\/at>/g, '@$1')
    .replace(/<\/?font[^>]*>/g, '')
    .replace(/\*\*/g, '*')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
