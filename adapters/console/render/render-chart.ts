import { chartTitle, formatValue } from '../../../src/charts/chart-words.ts';
import { isEmptyChart } from '../../../src/charts/fit-chart.ts';
import { layOutChart, PAGE_WIDTH } from '../../../src/charts/lay-out-chart.ts';
import type { Ink, Shape } from '../../../src/charts/shapes.ts';
import { round, slicePath } from '../../../src/charts/slice-path.ts';
import type { Chart } from '../../../src/chat/card.ts';
import { html, type Markup } from '../../../src/html.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';

/** A chart as a figure: drawn in the page's colors, with its numbers as a table for screen readers. */
export function renderChart(chart: Chart, locale: Locale): Markup {
  if (isEmptyChart(chart)) return html`<p class="note">${chart.alt}</p>`;
  const { width, height, shapes } = layOutChart(chart, locale, PAGE_WIDTH);
  const drawing = html`<svg class="chart" viewBox="0 0 ${width} ${round(height)}" role="img" aria-label="${chart.alt}">${shapes.map(renderShape)}</svg>`;
  return html`<figure class="figure"><figcaption>${chartTitle(chart, locale)}</figcaption>${drawing}${renderTable(chart, locale)}</figure>`;
}

/** All numbers, including those the drawing merges into one. */
function renderTable({ title, categories, series }: Chart, locale: Locale): Markup {
  const heads = series.map(({ name }) => html`<th scope="col">${name}</th>`);
  const rows = categories.map(
    (category, place) =>
      html`<tr><th scope="row">${category}</th>${series.map(({ values }) => html`<td>${formatValue(values[place] ?? 0, locale)}</td>`)}</tr>`,
  );
  return html`<table class="unseen"><caption>${title}</caption><thead><tr><th scope="col">${translate(locale, 'chart.category')}</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

const filled = (ink: Ink): string => `fill-${ink}`;
const stroked = (ink: Ink): string => `stroke-${ink}`;

function renderShape(shape: Shape): Markup {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, ink } = shape;
      return html`<rect class="${filled(ink)}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2"/>`;
    }
    case 'rule': {
      const { from, to, ink } = shape;
      return html`<path class="${stroked(ink)}" d="M${round(from[0])} ${round(from[1])} L${round(to[0])} ${round(to[1])}"/>`;
    }
    case 'line': {
      const points = shape.points.map((point) => point.map(round).join(',')).join(' ');
      return html`<polyline class="${stroked(shape.ink)} thick" points="${points}"/>`;
    }
    case 'dot':
      return html`<circle class="${filled(shape.ink)}" cx="${round(shape.x)}" cy="${round(shape.y)}" r="${shape.radius}"/>`;
    case 'slice':
      return html`<path class="${filled(shape.ink)} slice" d="${slicePath(shape)}"/>`;
    case 'label': {
      const { x, y, size, anchor, ink, bold, text } = shape;
      return html`<text class="${filled(ink)}" x="${round(x)}" y="${round(y)}" font-size="${round(size)}" text-anchor="${anchor}" font-weight="${bold ? 600 : 400}">${text}</text>`;
    }
    default:
      return shape satisfies never;
  }
}
