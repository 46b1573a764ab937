import { createHmac, randomUUID } from 'node:crypto';

export const slackUser = (person: string) => `U0${person.replaceAll('-', '').toUpperCase()}`;

/** The signing secret of the app. */
export const signingSecret = 'signing-secret';

/** The bot's settings as a Slack app. */
export const slackSettings = (platform: string) => ({
  SLACK_BOT_TOKEN: 'xoxb-test',
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: `${platform}/api/`,
});

/** https://docs.slack.dev/authentication/verifying-requests-from-slack (2026-11-23) */
function signed(body: string) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

/** Where the bot may answer an interaction. */
const responseUrl = (platform: string) => `${platform}/respond`;

/** A slash command, signed now. `platform` is the stub's address. */
export function slash(platform: string, person: string, text: string) {
  return signed(
    new URLSearchParams({
      team_id: 'T0001',
      channel_id: 'C0QUALITY',
      channel_name: 'quality',
      user_id: slackUser(person),
      user_name: person,
      api_app_id: 'A0001',
      command: '/finding',
      text,
      response_url: responseUrl(platform),
      trigger_id: randomUUID(),
    }).toString(),
  );
}

/** A press on the card of a message in the channel, signed now. */
export function press(
  platform: string,
  person: string,
  { action, value, message = '1790000000.000100' }: { action: string; value: unknown; message?: string },
) {
  const payload = {
    type: 'block_actions',
    api_app_id: 'A0001',
    team: { id: 'T0001' },
    user: { id: slackUser(person), team_id: 'T0001' },
    trigger_id: randomUUID(),
    response_url: responseUrl(platform),
    channel: { id: 'C0QUALITY' },
    container: { type: 'message', message_ts: message, channel_id: 'C0QUALITY', is_ephemeral: false },
    actions: [{ type: 'button', action_id: action, block_id: 'b1', value: JSON.stringify(value) }],
  };
  return signed(new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
}
