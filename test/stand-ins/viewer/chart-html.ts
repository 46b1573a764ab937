import { drawSvg } from '../../../src/charts/draw-svg.ts';
import { layOutChart } from '../../../src/charts/lay-out-chart.ts';
import type { Chart } from '../../../src/chat/card.ts';
import { html, type Markup } from '../../../src/html.ts';
import type { CardElement } from '../feishu/card-schema.ts';
import type { StandInBlock } from '../slack/block-schemas.ts';

type Native = Extract<StandInBlock, { type: 'data_visualization' }>;
type VChart = Extract<CardElement, { tag: 'chart' }>;

const nothing = { kind: 'chart', title: '', unit: '', alt: '' } as const;

/** A chart that Slack's client draws: what it looks like there nobody has seen, so its numbers are drawn as ours are. */
export function slackChart({ title, chart }: Native): Markup {
  return html`<div class="chart"><b>${title}</b>${drawn(ofSlack(chart))}</div>`;
}

function ofSlack(chart: Native['chart']): Chart {
  if (chart.type === 'pie') {
    const series = [{ name: '', values: chart.segments.map(({ value }) => value) }];
    return { ...nothing, as: 'pie', categories: chart.segments.map(({ label }) => label), series };
  }
  const { categories } = chart.axis_config;
  const series = chart.series.map(({ name, data }) => ({ name, values: data.map(({ value }) => value) }));
  return { ...nothing, as: chart.type === 'line' ? 'line' : 'bar', categories, series };
}

/** A chart that Feishu's client draws, by the library it uses where the page has it: see `shoot.ts`. */
export function feishuChart({ chart_spec, height }: VChart): Markup {
  return html`<div class="vchart" style="height:${height ?? '260px'}" data-spec="${JSON.stringify(chart_spec)}">VChart: ${chart_spec.title?.text}</div>`;
}

function drawn(chart: Chart): Markup {
  const svg = drawSvg(layOutChart(chart, 'zh-CN'), 'Noto Sans CJK SC, sans-serif');
  return html`<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`;
}
