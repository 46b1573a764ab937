/** Bolt alone: a command, acknowledged; or, with a view in VIEW, which its client opens first. */
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import bolt from '@slack/bolt';
import { z } from 'zod';
import { signingSecret } from '../ground/slack-requests.ts';

const { SLACK_API_URL, VIEW } = z.object({ SLACK_API_URL: z.string(), VIEW: z.string().optional() }).parse(process.env);

const receiver = new bolt.HTTPReceiver({ signingSecret, endpoints: '/slack/events' });
const app = new bolt.App({
  receiver,
  token: 'xoxb-test',
  clientOptions: { slackApiUrl: SLACK_API_URL },
  convoStore: false,
});
if (VIEW === undefined) {
  app.command('/finding', async ({ ack }) => ack());
} else {
  const view = JSON.parse(await readFile(VIEW, 'utf8'));
  app.command('/finding', async ({ ack, client, body: { trigger_id } }) => {
    await client.views.open({ trigger_id, view });
    await ack();
  });
}
const server = await app.start(0);
process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events \n`);
