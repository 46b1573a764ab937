/**
 * Takes a picture of every card and form, as Slack and Feishu draw them, into a folder (default /tmp/shots/cards), to be
 * looked at: `npx tsx test/stand-ins/viewer/shoot.ts [folder] [part of a name]`.
 */
import '../../support/speak.ts';

import { mkdir } from 'node:fs/promises';
import { samples } from '../../renderers/samples.ts';
import { openBrowser } from '../../support/browser.ts';
import { hasCharts, openStudio, takePicture } from './pictures.ts';

const [folder = '/tmp/shots/cards', part = ''] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  const page = await openStudio(browser, 1.5);
  for (const sample of samples.filter(({ name, as }) => `${name}.${as}`.includes(part))) {
    const file = `${folder}/${sample.name}.${sample.as.replaceAll(' ', '-')}`;
    await takePicture(page, sample, 'slack', `${file}.slack.png`);
    await takePicture(page, sample, 'feishu', `${file}.feishu.png`);
    if (hasCharts(sample)) await takePicture(page, sample, 'slack-pictures', `${file}.slack-pictures.png`);
  }
} finally {
  await browser.close();
}
