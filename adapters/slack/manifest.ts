import type { Locale } from '../../src/i18n/locale.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';

export interface SlackManifestOptions {
  /** The bot's public address, without a trailing slash: `https://qmbot.example.com`. */
  readonly publicUrl: string;
  /** The slash commands, without the slash, each with its description and usage hint. */
  readonly commands: readonly {
    readonly name: string;
    readonly description: Readonly<Record<Locale, string>>;
    readonly hint: string;
  }[];
  /** Requests arrive over a connection that the bot opens, and need no public address. */
  readonly socketMode: boolean;
}

/** The required scopes, each with what it is for. https://docs.slack.dev/reference/scopes (2026-11-23) */
const scopes = [
  'commands', // slash commands
  'chat:write', // post, refresh and answer; in channels the bot was invited to
  'im:write', // open the direct message with a person
  'im:history', // receive what people write in it and which files they send, and look up a post of unknown outcome
  'app_mentions:read', // receive what people write after a mention
  'channels:history', // look up a post of unknown outcome in a public channel
  'groups:history', // the same in a private channel
  'files:read', // receive files that people submit with a form
  'files:write', // send a file to the user who asked for it, if there is no public address to link to, and show pictures on cards
  'users:read', // tell members from guests, people of other companies and bots
  'users:read.email', // match a member to the person in the organization with this e-mail address
];

/** Events Slack sends to the bot. https://docs.slack.dev/reference/events (2026-11-23) */
const events = [
  'app_home_opened', // a user opens their home tab, which is then drawn
  'app_mention', // what people write after a mention, and the files they send with it
  'message.im', // what people write to the bot in a direct message, and the files they send
];

/** Their callback ids are the actions of the buttons that do the same. https://docs.slack.dev/interactivity/implementing-shortcuts (2026-11-23) */
const shortcuts = [
  { type: 'global', callback_id: 'finding.new', text: 'newFinding' },
  { type: 'message', callback_id: 'evidence.finding', text: 'recordFinding' },
  { type: 'message', callback_id: 'evidence.add', text: 'addToRecord' },
] as const;

/**
 * The app's manifest, for pasting at https://api.slack.com/apps ("From a manifest").
 * https://docs.slack.dev/reference/app-manifest (2026-11-23)
 */
export function slackManifest({ publicUrl, commands, socketMode }: SlackManifestOptions): object {
  const requestUrl = socketMode ? {} : { request_url: `${publicUrl}/slack/events` };
  const commandUrl = socketMode ? {} : { url: `${publicUrl}/slack/events` };
  // Slack shows one text to everyone: both languages.
  const both = (key: MessageKey) => `${translate('zh-CN', key)} / ${translate('en', key)}`;
  return {
    display_information: {
      name: 'qmbot',
      description: `${translate('zh-CN', 'slack.app')} / ${translate('en', 'slack.app')}`,
    },
    features: {
      bot_user: { display_name: 'qmbot', always_online: true },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      shortcuts: shortcuts.map(({ type, callback_id, text }) => ({
        name: both(`slack.shortcut.${text}`),
        type,
        callback_id,
        description: both(`slack.shortcut.${text}.hint`),
      })),
      slash_commands: commands.map(({ name, description, hint }) => ({
        command: `/${name}`,
        description: `${description['zh-CN']} / ${description.en}`,
        usage_hint: hint,
        should_escape: false,
        ...commandUrl,
      })),
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: events },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  };
}
