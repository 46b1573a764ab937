/** Bolt alone: one command, acknowledged and nothing more. */
import type { AddressInfo } from 'node:net';
import bolt from '@slack/bolt';

const receiver = new bolt.HTTPReceiver({ signingSecret: 'signing-secret', endpoints: '/slack/events' });
const app = new bolt.App({
  receiver,
  token: 'xoxb-test',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
  convoStore: false,
});
app.command('/finding', async ({ ack }) => ack());
const server = await app.start(0);
process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events \n`);
