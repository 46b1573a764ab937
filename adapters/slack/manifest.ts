import { translate } from '../../src/i18n/translate.ts';

export interface SlackManifestOptions {
  /** Where Slack reaches the bot, without a slash at the end: `https://qmbot.example.com`. */
  readonly publicUrl: string;
  /** The slash commands beside `/qm`, without the slash: `finding`. */
  readonly nouns: readonly string[];
  /** Requests come over a connection that the bot opens, and need no public address. */
  readonly socketMode: boolean;
}

/** The scopes without which something does not work, each with what. https://docs.slack.dev/reference/scopes (2026-11-23) */
const scopes = [
  'commands', // slash commands
  'chat:write', // post, refresh and answer; in channels the bot was invited to
  'im:write', // open the direct message with a person
  'im:history', // be told what people write in it, and look up a post of unknown outcome
  'app_mentions:read', // be told what people write after a mention
  'channels:history', // look up a post of unknown outcome in a public channel
  'groups:history', // the same in a private channel
  'files:read', // take files that people hand in with a form
  'files:write', // send a file to whoever asks for it, where there is no public address to link to
  'users:read', // tell members from guests, people of other companies and bots
  'users:read.email', // match a member to the person of the organisation with this e-mail address
];

/**
 * The app's manifest, to be pasted at https://api.slack.com/apps ("From a manifest").
 * https://docs.slack.dev/reference/app-manifest (2026-11-23)
 */
export function slackManifest({ publicUrl, nouns, socketMode }: SlackManifestOptions): object {
  const requestUrl = socketMode ? {} : { request_url: `${publicUrl}/slack/events` };
  const commandUrl = socketMode ? {} : { url: `${publicUrl}/slack/events` };
  // Slack shows one text to everybody: both languages.
  const both = (key: 'slack.command.qm' | 'slack.command.noun', noun = '') =>
    `${translate('zh-CN', key, { noun })} / ${translate('en', key, { noun })}`;
  return {
    display_information: {
      name: 'qmbot',
      description: `${translate('zh-CN', 'slack.app')} / ${translate('en', 'slack.app')}`,
    },
    features: {
      bot_user: { display_name: 'qmbot', always_online: true },
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      slash_commands: [
        {
          command: '/qm',
          description: both('slack.command.qm'),
          usage_hint: 'help',
          should_escape: false,
          ...commandUrl,
        },
        ...nouns.map((noun) => ({
          command: `/${noun}`,
          description: both('slack.command.noun', noun),
          usage_hint: 'new',
          should_escape: false,
          ...commandUrl,
        })),
      ],
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: ['app_mention', 'message.im'] },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  };
}
