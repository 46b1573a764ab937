/** The whole bot of a checkout in this process, at an hour set by the bench: `sweeps.ts ROOT ORG_FILE URI SETTINGS`, the platform's settings as JSON. */

import { pino } from 'pino';
import { z } from 'zod';
import type * as AppModule from '../../src/app.ts';
import type * as ConfigModule from '../../src/config/config.ts';
import { openSender } from '../ground/send.ts';
import { slash } from '../ground/slack-requests.ts';
import { measurePiece } from '../measure/pieces.ts';
import { load, probeArguments } from './modules.ts';
import { servePieces } from './serve.ts';

const { createApp } = await load<typeof AppModule>('src/app.ts');
const { readConfig } = await load<typeof ConfigModule>('src/config/config.ts', 'src/config.ts');

const [orgFile = '', uri = '', settings = '{}'] = probeArguments;
const platformSettings = z.record(z.string(), z.string()).parse(JSON.parse(settings));
let now = new Date('2026-12-13T22:00:00Z');
const app = await createApp({
  config: readConfig({ PORT: '0', ORG_FILE: orgFile, MONGODB_URI: uri, ...platformSettings }),
  log: pino({ level: 'silent' }),
  clock: { now: () => now },
  wakes: false,
});
const sender = openSender(`${app.url}/slack/events`, 1);
const platform = new URL(platformSettings.SLACK_API_URL ?? '').origin;
const atSchema = z.object({ at: z.coerce.date() });
const wordsSchema = z.object({ text: z.string(), times: z.number() });

servePieces(
  {
    /** The periodic work that is due at a given time. */
    async sweep(args) {
      now = atSchema.parse(args).at;
      return measurePiece('sweep', () => app.sweep());
    },
    /** Pending messages are sent first, so that they are not part of the next measurement. */
    async drain() {
      for (let second = 0; second < 5; second++) {
        await app.drain();
        now = new Date(now.getTime() + 1_000);
      }
      return null;
    },
    /** Sends texts to the bot, one after another, each until it is answered. */
    async say(args) {
      const { text, times } = wordsSchema.parse(args);
      const clock = now;
      // Slack's signatures use the machine's time.
      now = new Date();
      const piece = await measurePiece(text, async () => {
        for (let time = 0; time < times; time++) await sender.send(slash(platform, 'li-na', text));
      });
      now = clock;
      return piece;
    },
  },
  async () => {
    await sender.close();
    await app.stop();
  },
);
