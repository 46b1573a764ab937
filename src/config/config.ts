import { existsSync } from 'node:fs';
import { ConfigError, type SettingProblem } from './config-error.ts';
import { type Environment, environmentSchema, isLoopback } from './config-schema.ts';
import { isSettingName, type SettingName, settingsTable } from './config-table.ts';
import { type MailConfig, readMail, readSms, type SmsConfig } from './letters.ts';

export { ConfigError } from './config-error.ts';
export { describeSettings } from './config-table.ts';

/** The Slack configuration: events over HTTP, or over Socket Mode, which takes precedence if both are configured. */
export type SlackConfig = {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly charts: 'auto' | 'native' | 'picture';
} & (
  | { readonly mode: 'http'; readonly signingSecret: string }
  | { readonly mode: 'socket'; readonly appToken: string }
);

/** The Feishu or Lark configuration: events over HTTP or over the long connection. */
export type FeishuConfig = { readonly appId: string; readonly appSecret: string; readonly domain: string } & (
  | { readonly mode: 'http'; readonly encryptKey: string; readonly verificationToken: string }
  | { readonly mode: 'ws' }
);

/** The configuration of this process. Read once, at startup. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash; undefined if not set. */
  readonly publicUrl: string | undefined;
  /** Trusted proxies: comma-separated addresses and ranges; undefined if none is trusted. */
  readonly trustProxy: string | undefined;
  /** Whether calls to platforms use the proxy that the environment names. */
  readonly proxied: boolean;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly console: boolean;
  /** Undefined: the embedded database in `dataDir`. */
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
  readonly orgFile: string;
  readonly slack: SlackConfig | undefined;
  readonly feishu: FeishuConfig | undefined;
  /** Undefined: no mail is sent. */
  readonly mail: MailConfig | undefined;
  /** Undefined: no text messages are sent. */
  readonly sms: SmsConfig | undefined;
}

/**
 * The configuration of this process: its environment, plus the file `.env` in the working directory for anything the environment does not set. Fails
 * with a `ConfigError` as `readConfig` does.
 */
export function readEnvironment(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

/**
 * Reads the settings from an environment; a blank one counts as unset, and unknown variables are ignored. Fails with one `ConfigError` that lists
 * every missing, malformed or contradictory setting with its remedy.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = settingsTable.flatMap(({ name }) => (env[name]?.trim() ? [[name, env[name].trim()]] : []));
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(toProblem));

  const problems: SettingProblem[] = [];
  const slack = readSlack(parsed.data, problems);
  const feishu = readFeishu(parsed.data, problems);
  const console = readConsole(parsed.data, problems);
  const mail = readMail(parsed.data, problems);
  const sms = readSms(parsed.data, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const { PORT, HOST, PUBLIC_URL, TRUST_PROXY, NODE_USE_ENV_PROXY, LOG_LEVEL, MONGODB_URI, DATA_DIR, ORG_FILE } =
    parsed.data;
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL,
    trustProxy: TRUST_PROXY,
    proxied: NODE_USE_ENV_PROXY,
    logLevel: LOG_LEVEL,
    console,
    mongodbUri: MONGODB_URI,
    dataDir: DATA_DIR,
    orgFile: ORG_FILE,
    slack,
    feishu,
    mail,
    sms,
  };
}

function toProblem(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): SettingProblem {
  const [name] = issue.path;
  return { setting: isSettingName(name) ? name : 'environment', remedy: issue.message };
}

function hasAny(env: Environment, names: readonly SettingName[]): boolean {
  return names.some((name) => env[name] !== undefined);
}

const slackSettings = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_API_URL'] as const;
const feishuSettings = [
  'FEISHU_APP_ID',
  'FEISHU_APP_SECRET',
  'FEISHU_MODE',
  'FEISHU_ENCRYPT_KEY',
  'FEISHU_VERIFICATION_TOKEN',
  'FEISHU_DOMAIN',
] as const;

function readSlack(env: Environment, problems: SettingProblem[]): SlackConfig | undefined {
  if (!hasAny(env, slackSettings)) return undefined;
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = env;
  const apiUrl = env.SLACK_API_URL ?? 'https://slack.com/api/';
  const charts = env.SLACK_CHARTS;
  if (!botToken) {
    problems.push({
      setting: 'SLACK_BOT_TOKEN',
      remedy:
        'Slack is configured by half: add the bot token from "OAuth & Permissions", or remove all SLACK_ settings.',
    });
  }
  if (!signingSecret && !appToken) {
    problems.push({
      setting: 'SLACK_SIGNING_SECRET',
      remedy:
        'Slack is configured by half: add the signing secret to take events over HTTP, or SLACK_APP_TOKEN to take them over Socket Mode.',
    });
  }
  if (!botToken) return undefined;
  if (appToken) return { mode: 'socket', botToken, appToken, apiUrl, charts };
  return signingSecret ? { mode: 'http', botToken, signingSecret, apiUrl, charts } : undefined;
}

function readFeishu(env: Environment, problems: SettingProblem[]): FeishuConfig | undefined {
  if (!hasAny(env, feishuSettings)) return undefined;
  const appId = need('FEISHU_APP_ID', 'Feishu is configured by half: add the App ID, or remove all FEISHU_ settings.');
  const appSecret = need(
    'FEISHU_APP_SECRET',
    'Feishu is configured by half: add the App Secret, or remove all FEISHU_ settings.',
  );
  const domain = env.FEISHU_DOMAIN ?? 'https://open.feishu.cn';
  if (env.FEISHU_MODE !== 'http') return { mode: 'ws', appId, appSecret, domain };
  const encryptKey = need(
    'FEISHU_ENCRYPT_KEY',
    'Without an encrypt key nothing proves that an event comes from Feishu: set one under "Events & Callbacks" and here, or use FEISHU_MODE=ws.',
  );
  const verificationToken = need(
    'FEISHU_VERIFICATION_TOKEN',
    'Copy the verification token from "Events & Callbacks", or use FEISHU_MODE=ws.',
  );
  return { mode: 'http', appId, appSecret, encryptKey, verificationToken, domain };

  function need(setting: (typeof feishuSettings)[number], remedy: string): string {
    const value = env[setting];
    if (value === undefined) problems.push({ setting, remedy });
    return value ?? '';
  }
}

function readConsole(env: Environment, problems: SettingProblem[]): boolean {
  const noPlatform = !hasAny(env, slackSettings) && !hasAny(env, feishuSettings);
  if (env.CONSOLE === false && noPlatform) {
    problems.push({
      setting: 'CONSOLE',
      remedy: 'Nobody could reach the bot: configure Slack or Feishu, or remove CONSOLE=0.',
    });
  }
  if (env.CONSOLE === undefined && noPlatform && !isLoopback(env.HOST)) {
    problems.push({
      setting: 'HOST',
      remedy:
        'The console, where anybody may act as anybody, would be open to the network: use HOST=127.0.0.1, configure Slack or Feishu, or set CONSOLE=1 if you mean it.',
    });
  }
  return env.CONSOLE ?? noPlatform;
}
