import type { Clock } from '../../src/clock.ts';
import { type SlackStandIn, startSlack } from '../stand-ins/slack/start-slack.ts';
import type { Seats } from './org-for.ts';
import { peopleOfSample } from './people-of-sample.ts';

/** A person's Slack user id. */
const userId = (person: string) => `U0${person.replaceAll('-', '').toUpperCase()}`;

/** A Slack workspace where everyone in the sample organization has an account, and the settings for a bot in it. */
export interface SeatedSlack {
  readonly slack: SlackStandIn;
  readonly seats: Seats;
  readonly settings: Readonly<Record<string, string>>;
}

/** Starts the workspace. */
export async function openSlack(clock: Clock): Promise<SeatedSlack> {
  const users = (await peopleOfSample()).map((person) => ({ id: userId(person), name: person, locale: 'zh-CN' }));
  const channel = 'C0QUALITY';
  const slack = await startSlack({ clock, users, channels: [{ id: channel, joined: true }] });
  return {
    slack,
    seats: { platform: 'slack', workspace: 'T0001', channel, userId },
    settings: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
    },
  };
}
