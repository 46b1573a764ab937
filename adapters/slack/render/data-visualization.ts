import type { KnownBlock } from '@slack/types';

/** One data point of a series, under one of the chart's categories. */
interface DataPoint {
  readonly label: string;
  readonly value: number;
}

interface DataSeries {
  readonly name: string;
  readonly data: readonly DataPoint[];
}

/** Slack's own chart. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block (2026-11-24); not in `@slack/types` 3.2. */
export interface DataVisualizationBlock {
  type: 'data_visualization';
  title: string;
  chart:
    | { readonly type: 'pie'; readonly segments: readonly DataPoint[] }
    | {
        readonly type: 'bar' | 'line';
        readonly series: readonly DataSeries[];
        readonly axis_config: { readonly categories: readonly string[]; readonly y_label?: string };
      };
}

/** A block of one of our messages. */
export type SlackBlock = KnownBlock | DataVisualizationBlock;
