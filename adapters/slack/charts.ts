import type { Card, Chart } from '../../src/chat/card.ts';
import { within } from '../../src/chat/within.ts';
import type { Clock } from '../../src/clock.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { deadlines } from './limits.ts';
import type { ChartForm } from './render-chart.ts';
import { readFailure } from './slack-failure.ts';
import type { UploadChart } from './upload-chart.ts';

/** Which form charts take: Slack's own where the workspace has it, or always the one or the other. */
export const chartSettings = ['auto', 'native', 'picture'] as const;
export type ChartSetting = (typeof chartSettings)[number];

/** Shows charts in the first form that the workspace takes. */
export interface Charts {
  /**
   * Makes an attempt with a card's charts in one form after another until one is not refused. Only a refusal (`invalid_blocks`),
   * after which surely nothing stands, leads to another attempt; whatever else is thrown is thrown on.
   */
  inForms<T>(card: Card, locale: Locale, attempt: (form: ChartForm) => Promise<T>): Promise<T>;
}

/** A workspace that refused Slack's own charts is asked again after so long: they come to one after the other. */
const ASK_AGAIN_MS = 7 * 24 * 3_600_000;
/** So many uploads are remembered. */
const REMEMBERED = 50;

/** Charts of one workspace. What it takes is known from what it took, in this process's memory. */
export function createCharts(parts: {
  readonly setting: ChartSetting;
  readonly clock: Clock;
  readonly upload: UploadChart;
}): Charts {
  const { setting, clock, upload } = parts;
  const uploads = new Map<string, Promise<string | null>>();
  let refusedAt: number | null = null;

  function forms(): readonly ChartForm['as'][] {
    if (setting === 'native') return ['native', 'words'];
    const waits = refusedAt !== null && clock.now().getTime() - refusedAt < ASK_AGAIN_MS;
    return setting === 'picture' || waits ? ['pictures', 'words'] : ['native', 'pictures', 'words'];
  }

  /** The same picture is not uploaded twice: not for a message that is sent again, nor for the next channel. */
  function fileOf(chart: Chart, locale: Locale): Promise<string | null> {
    const name = JSON.stringify([locale, chart]);
    const known = uploads.get(name) ?? upload(chart, locale);
    if (uploads.size >= REMEMBERED) uploads.delete(uploads.keys().next().value ?? '');
    uploads.set(name, known);
    known.catch(() => uploads.delete(name));
    return known;
  }

  async function picturesOf(card: Card, locale: Locale): Promise<ReadonlyMap<Chart, string>> {
    const files = new Map<Chart, string>();
    for (const chart of chartsIn(card)) {
      const file = await fileOf(chart, locale);
      if (file !== null) files.set(chart, file);
    }
    return files;
  }

  /** Null when no picture can be had in time: then words must do, for a message is better late than illustrated. */
  async function formOf(as: ChartForm['as'], card: Card, locale: Locale): Promise<ChartForm | null> {
    if (as !== 'pictures') return { as };
    try {
      const files = await within(picturesOf(card, locale), deadlines.pictures);
      return files.inTime && files.value.size > 0 ? { as, files: files.value } : null;
    } catch {
      return null;
    }
  }

  return {
    async inForms(card, locale, attempt) {
      if (chartsIn(card).length === 0) return attempt({ as: 'words' });
      let refusal: unknown;
      let nativeRefused = false;
      for (const as of forms()) {
        const form = await formOf(as, card, locale);
        if (form === null) continue;
        try {
          const done = await attempt(form);
          // That it was the chart which was refused is known only when the same message is taken without it.
          if (nativeRefused) refusedAt = clock.now().getTime();
          return done;
        } catch (error) {
          if (!isRefusal(error)) throw error;
          refusal = error;
          nativeRefused ||= as === 'native';
        }
      }
      throw refusal;
    },
  };
}

const chartsIn = ({ blocks }: Card): Chart[] => blocks.filter((block) => block.kind === 'chart');

/** Whether a card has charts to be shown. */
export const hasCharts = (card: Card): boolean => chartsIn(card).length > 0;

/** Slack says so before it does anything. https://docs.slack.dev/reference/methods/chat.postMessage#errors (2026-11-24) */
function isRefusal(error: unknown): boolean {
  const failure = readFailure(error);
  return failure.kind === 'code' && (failure.code === 'invalid_blocks' || failure.code === 'invalid_blocks_format');
}
