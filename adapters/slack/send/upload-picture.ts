import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { chartTitle } from '../../../src/charts/chart-words.ts';
import { drawPicture } from '../../../src/charts/draw-picture.ts';
import type { UploadPicture } from '../../../src/charts/picture-uploads.ts';
import type { Picture } from '../../../src/chat/card.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { deadlines } from '../limits.ts';
import { type Putting, putFile } from './put-file.ts';

/** A file is looked at by Slack before a block may show it: so often, and so long after one another, we ask whether it was. */
const LOOKS = 8;
const LOOK_MS = 300;

/**
 * Uploads by way of a client and gives the file's id; rejects as Slack refuses. It goes to nobody in particular: the message that shows it makes it seen.
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

/** A block with a file that Slack has not looked at yet is refused. https://github.com/slackapi/python-slack-sdk/issues/1658 */
async function untilReady(client: WebClient, file: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { file: seen } = await client.files.info({ file });
    if (seen?.mimetype) return;
    await wait(LOOK_MS);
  }
}
