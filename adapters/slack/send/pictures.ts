import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { chartTitle } from '../../../src/charts/chart-words.ts';
import { drawPicture } from '../../../src/charts/draw-picture.ts';
import type { PictureUploads, UploadPicture } from '../../../src/charts/picture-uploads.ts';
import type { Card, Picture } from '../../../src/chat/card.ts';
import { within } from '../../../src/chat/within.ts';
import type { Clock } from '../../../src/clock.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { readFailure } from '../failure.ts';
import { deadlines } from '../limits.ts';
import type { PictureForm } from '../render/render-chart.ts';
import { type Putting, putFile } from './put-file.ts';

/** Slack processes a file before a block may show it: how often, and at what interval, we check whether it has. */
const LOOKS = 8;
const LOOK_MS = 300;

/**
 * Uploads with a client and returns the file's id; rejects if Slack refuses. It is shared with no one: the message that shows it makes it visible.
 * https://docs.slack.dev/reference/methods/files.getUploadURLExternal and .../files.completeUploadExternal (2026-11-24)
 */
export function createPictureUpload({ client, httpClient }: Putting): UploadPicture {
  return async (picture, locale) => {
    const drawn = await drawPicture(picture, locale);
    if (drawn === null) return null;
    const name = `${picture.kind}.png`;
    const file = await putFile({ client, httpClient }, { name, bytes: drawn }, deadlines.backgroundCall);
    await client.files.completeUploadExternal({ files: [{ id: file, title: titleOf(picture, locale) }] });
    await untilReady(client, file);
    return file;
  };
}

const titleOf = (picture: Picture, locale: Locale) =>
  picture.kind === 'chart' ? chartTitle(picture, locale) : picture.alt;

/** A block with a file that Slack has not processed yet is rejected. https://github.com/slackapi/python-slack-sdk/issues/1658 */
async function untilReady(client: WebClient, file: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { file: seen } = await client.files.info({ file });
    if (seen?.mimetype) return;
    await wait(LOOK_MS);
  }
}

/** How charts are shown: Slack's own if the workspace supports them, or always the one or the other. */
export const chartSettings = ['auto', 'native', 'picture'] as const;
export type ChartOptions = (typeof chartSettings)[number];

/** Shows charts in the first form that the workspace supports, and handwriting as a picture if available. */
export interface Pictures {
  /**
   * Tries a card's pictures in one form after another until one is not rejected. Only a rejection (`invalid_blocks`),
   * after which certainly nothing is posted, leads to another attempt; anything else thrown is rethrown.
   */
  inForms<T>(card: Card, locale: Locale, attempt: (form: PictureForm) => Promise<T>): Promise<T>;
  /** The form for a response that cannot wait: in words, with the handwriting that was uploaded before. */
  atOnce(card: Card, locale: Locale): PictureForm;
}

/** A workspace that rejected Slack's own charts is tried again after this time: the feature is being rolled out. */
const ASK_AGAIN_MS = 7 * 24 * 3_600_000;

/** Pictures of one workspace. What it supports is learned from what it accepted, in this process's memory. */
export function createPictures(parts: {
  readonly setting: ChartOptions;
  readonly clock: Clock;
  readonly uploads: PictureUploads;
}): Pictures {
  const { setting, clock, uploads } = parts;
  let refusedAt: number | null = null;

  function forms(card: Card): readonly PictureForm['as'][] {
    if (!hasCharts(card)) return ['pictures', 'words'];
    if (setting === 'native') return ['native', 'words'];
    const waits = refusedAt !== null && clock.now().getTime() - refusedAt < ASK_AGAIN_MS;
    return setting === 'picture' || waits ? ['pictures', 'words'] : ['native', 'pictures', 'words'];
  }

  /** Null if no picture is available in time: then words must do, since a message on time matters more than an illustrated one. */
  async function formOf(as: PictureForm['as'], card: Card, locale: Locale): Promise<PictureForm | null> {
    const wanted = as === 'words' ? [] : picturesIn(card).filter(({ kind }) => as === 'pictures' || kind !== 'chart');
    if (wanted.length === 0) return { as };
    const files = await filesOf(wanted, locale);
    return files.size === 0 && as === 'pictures' ? null : { as, files };
  }

  async function filesOf(wanted: readonly Picture[], locale: Locale) {
    try {
      const files = await within(uploads.upload(wanted, locale), deadlines.pictures);
      return files.inTime ? files.value : uploads.known(wanted, locale);
    } catch {
      return uploads.known(wanted, locale);
    }
  }

  return {
    async inForms(card, locale, attempt) {
      if (!hasPictures(card)) return attempt({ as: 'words' });
      let refusal: unknown;
      let nativeRefused = false;
      for (const as of forms(card)) {
        const form = await formOf(as, card, locale);
        if (form === null) continue;
        try {
          const done = await attempt(form);
          // That the chart was what was rejected is known only once the same message is accepted without it.
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
    atOnce: (card, locale) => ({ as: 'words', files: uploads.known(picturesIn(card), locale) }),
  };
}

const picturesIn = ({ blocks }: Card): Picture[] =>
  blocks.filter((block) => block.kind === 'chart' || block.kind === 'handwriting');

const hasCharts = (card: Card): boolean => picturesIn(card).some(({ kind }) => kind === 'chart');

/** Whether a card has anything to show as a picture. */
export const hasPictures = (card: Card): boolean => picturesIn(card).length > 0;

/** Slack says so before it does anything. https://docs.slack.dev/reference/methods/chat.postMessage#errors (2026-11-24) */
function isRefusal(error: unknown): boolean {
  const failure = readFailure(error);
  return failure.kind === 'code' && (failure.code === 'invalid_blocks' || failure.code === 'invalid_blocks_format');
}
