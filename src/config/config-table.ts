/** An environment setting, for `.env.example`, the README and error messages. */
export interface SettingDescription {
  readonly name: string;
  readonly group: 'Server' | 'Storage' | 'Slack' | 'Feishu / Lark' | 'Mail and text messages';
  /** The value used if it is not set; empty if there is none. */
  readonly byDefault: string;
  readonly meaning: string;
}

const server = { group: 'Server' } as const;
const storage = { group: 'Storage' } as const;
const slack = { group: 'Slack', byDefault: '' } as const;
const letters = { group: 'Mail and text messages', byDefault: '' } as const;
const feishu = { group: 'Feishu / Lark', byDefault: '' } as const;

/** All settings, in the order in which they are documented. */
export const settingsTable = [
  { ...server, name: 'PORT', byDefault: '3000', meaning: 'Port of the HTTP server; 0 takes any free one.' },
  {
    ...server,
    name: 'HOST',
    byDefault: '127.0.0.1',
    meaning: 'Address to listen on; 0.0.0.0 to be reachable from outside.',
  },
  {
    ...server,
    name: 'PUBLIC_URL',
    byDefault: '',
    meaning: 'Address under which people and platforms reach the server, such as https://qm.example.com.',
  },
  {
    ...server,
    name: 'TRUST_PROXY',
    byDefault: '',
    meaning:
      'Addresses of reverse proxies, with commas, whose X-Forwarded-For tells who visits a page. Unset: nobody is believed.',
  },
  {
    ...server,
    name: 'NODE_USE_ENV_PROXY',
    byDefault: '',
    meaning:
      "1: calls to Slack and Feishu go through the proxy in HTTPS_PROXY (or HTTP_PROXY), but for the hosts in NO_PROXY. Node's own switch.",
  },
  {
    ...server,
    name: 'LOG_LEVEL',
    byDefault: 'info',
    meaning: 'fatal, error, warn, info, debug, trace or silent.',
  },
  {
    ...server,
    name: 'CONSOLE',
    byDefault: '',
    meaning:
      'Chat page in the browser, where anybody may act as anybody: 1 on, 0 off. Unset: on while neither Slack nor Feishu is configured.',
  },
  {
    ...storage,
    name: 'MONGODB_URI',
    byDefault: '',
    meaning: 'MongoDB to use, with the name of the database. Unset: an embedded database for trying and small teams.',
  },
  { ...storage, name: 'DATA_DIR', byDefault: './data', meaning: 'Folder of the embedded database.' },
  {
    ...storage,
    name: 'ORG_FILE',
    byDefault: './org.sample.yaml',
    meaning: 'Organisation that is copied into an empty database.',
  },
  { ...slack, name: 'SLACK_BOT_TOKEN', meaning: 'Bot token, begins with xoxb-. Needed for Slack.' },
  { ...slack, name: 'SLACK_SIGNING_SECRET', meaning: 'Signing secret. Needed when Slack sends events over HTTP.' },
  {
    ...slack,
    name: 'SLACK_APP_TOKEN',
    meaning: 'App-level token, begins with xapp-. Set: events come over Socket Mode, without a public address.',
  },
  {
    ...slack,
    name: 'SLACK_API_URL',
    byDefault: 'https://slack.com/api/',
    meaning: "Slack's Web API; also a loopback address, to try the bot against a stand-in.",
  },
  {
    ...slack,
    name: 'SLACK_CHARTS',
    byDefault: 'auto',
    meaning: "How charts are shown: auto (Slack's own where the workspace has it, else a picture), native or picture.",
  },
  { ...feishu, name: 'FEISHU_APP_ID', meaning: 'App ID, cli_ and 16 hexadecimal digits. Needed for Feishu.' },
  { ...feishu, name: 'FEISHU_APP_SECRET', meaning: 'App secret. Needed for Feishu.' },
  {
    ...feishu,
    name: 'FEISHU_MODE',
    byDefault: 'ws',
    meaning: 'How events come: ws over the long connection, without a public address, or http.',
  },
  { ...feishu, name: 'FEISHU_ENCRYPT_KEY', meaning: 'Encrypt key. Needed with FEISHU_MODE=http.' },
  { ...feishu, name: 'FEISHU_VERIFICATION_TOKEN', meaning: 'Verification token. Needed with FEISHU_MODE=http.' },
  {
    ...feishu,
    name: 'FEISHU_DOMAIN',
    byDefault: 'https://open.feishu.cn',
    meaning: 'https://open.feishu.cn, https://open.larksuite.com, or a loopback address, to try against a stand-in.',
  },
  {
    ...letters,
    name: 'SMTP_URL',
    meaning:
      'Mail server for surveys: smtp://user:password@mail.example.com:587, or smtps:// for TLS from the first byte on.',
  },
  {
    ...letters,
    name: 'MAIL_FROM',
    meaning: 'In whose name mail goes out: Service Quality <quality@example.com>. Needed with SMTP_URL.',
  },
  {
    ...letters,
    name: 'SMS_WEBHOOK_URL',
    meaning: 'Gateway for text messages: gets { to, text, language }, signed as Standard Webhooks has it.',
  },
  { ...letters, name: 'SMS_WEBHOOK_SECRET', meaning: 'What its deliveries are signed with: whsec_ and base64.' },
] as const satisfies readonly SettingDescription[];

/** The name of a setting. */
export type SettingName = (typeof settingsTable)[number]['name'];

/** Whether something is the name of a setting. */
export function isSettingName(name: unknown): name is SettingName {
  return settingsTable.some((setting) => setting.name === name);
}

/** Every setting with its default and meaning, for tests that compare documentation with it. */
export function describeSettings(): readonly SettingDescription[] {
  return settingsTable;
}
