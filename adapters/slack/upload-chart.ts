import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { chartTitle } from '../../src/charts/chart-words.ts';
import { drawPicture } from '../../src/charts/draw-picture.ts';
import { isEmptyChart } from '../../src/charts/fit-chart.ts';
import type { Chart } from '../../src/chat/card.ts';
import { AppError } from '../../src/errors.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { deadlines } from './limits.ts';

/** Uploads a chart's picture; gives the file's id, or null for a chart that cannot be drawn. Rejects as Slack refuses. */
export type UploadChart = (chart: Chart, locale: Locale) => Promise<string | null>;

/** A file is looked at by Slack before a block may show it: so often, and so long after one another, we ask whether it was. */
const LOOKS = 8;
const LOOK_MS = 300;

/**
 * Uploads by way of a client, to nobody in particular: the message that shows it makes it seen.
 * https://docs.slack.dev/reference/methods/files.getUploadURLExternal and .../files.completeUploadExternal (2026-11-24)
 */
export function createChartUpload(client: WebClient): UploadChart {
  return async (chart, locale) => {
    const picture = isEmptyChart(chart) ? null : await drawPicture(chart, locale);
    if (picture === null) return null;
    const { upload_url, file_id } = await client.files.getUploadURLExternal({
      filename: 'chart.png',
      length: picture.length,
    });
    if (!upload_url || !file_id) throw new AppError('slack.uploadRefused');
    const sent = await fetch(upload_url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(picture),
      signal: AbortSignal.timeout(deadlines.backgroundCall),
    });
    await sent.arrayBuffer();
    if (!sent.ok) throw new AppError('slack.uploadRefused', { status: sent.status });
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: chartTitle(chart, locale) }] });
    await untilReady(client, file_id);
    return file_id;
  };
}

/** A block with a file that Slack has not looked at yet is refused. https://github.com/slackapi/python-slack-sdk/issues/1658 */
async function untilReady(client: WebClient, file: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { file: seen } = await client.files.info({ file });
    if (seen?.mimetype) return;
    await wait(LOOK_MS);
  }
}
