import { isIP } from 'node:net';
import { z } from 'zod';
import type { SettingName } from './config-table.ts';

/** Whether a host name or address can be reached only from this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

// Tokens and events are sent to this address: only the vendor over https, or a stand-in on this machine, is allowed.
function isAllowedAddress(text: string, isVendor: (url: URL) => boolean): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  if (isLoopback(url.hostname)) return url.protocol === 'http:' || url.protocol === 'https:';
  return url.protocol === 'https:' && url.port === '' && isVendor(url);
}

/** https://docs.slack.dev/govslack: GovSlack answers under slack-gov.com. */
const isSlack = ({ hostname }: URL) => /^(.+\.)?slack(-gov)?\.com$/.test(hostname);
const isFeishu = ({ hostname }: URL) => hostname === 'open.feishu.cn' || hostname === 'open.larksuite.com';

const isMailServer = (text: string) =>
  URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';

/** Telephone numbers are sent to it. */
function isGateway(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const secret = z.string().regex(/^\S+$/, 'Copy it again from the app: it holds no spaces.').optional();

const port = /^(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/;
const host = (text: string) => isIP(text) !== 0 || /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(text);
/** Comma-separated addresses or address ranges. */
const isProxyList = (text: string) =>
  text.split(',').every((one) => {
    const [address = '', bits, ...more] = one.trim().split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    return isIP(address) !== 0 && isRange && more.length === 0;
  });
const webAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Each setting on its own; blank ones count as unset. Every message is a remedy, and none repeats the value: it may be a secret. */
export const environmentSchema = z.object({
  PORT: z.string().regex(port, 'Give a port from 0 to 65535.').default('3000').transform(Number),
  HOST: z.string().refine(host, 'Give an address to listen on, such as 127.0.0.1 or 0.0.0.0.').default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(webAddress, 'Give the whole address, such as https://qm.example.com.')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  TRUST_PROXY: z
    .string()
    .refine(isProxyList, 'Give addresses of the proxies with commas, such as 127.0.0.1,10.0.0.0/8.')
    .optional(),
  NODE_USE_ENV_PROXY: z
    .enum(['0', '1'], { error: 'Give 1 for on or 0 for off, or leave it out.' })
    .default('0')
    .transform((flag) => flag === '1'),
  LOG_LEVEL: z.enum(levels, { error: `Give one of ${levels.join(', ')}.` }).default('info'),
  CONSOLE: z
    .enum(['0', '1'], { error: 'Give 1 for on or 0 for off, or leave it out.' })
    .transform((flag) => flag === '1')
    .optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'Give an address that begins with mongodb:// or mongodb+srv://.')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  ORG_FILE: z.string().default('./org.sample.yaml'),
  SLACK_BOT_TOKEN: secret.pipe(
    z.string().startsWith('xoxb-', 'Copy the bot token, which begins with xoxb-.').optional(),
  ),
  SLACK_SIGNING_SECRET: secret,
  SLACK_APP_TOKEN: secret.pipe(
    z.string().startsWith('xapp-', 'Copy the app-level token, which begins with xapp-.').optional(),
  ),
  SLACK_API_URL: z
    .string()
    .refine((text) => isAllowedAddress(text, isSlack), 'Give https://slack.com/api/ or a loopback address.')
    .transform((url) => url.replace(/\/*$/, '/'))
    .optional(),
  FEISHU_APP_ID: z
    .string()
    .regex(/^cli_[0-9a-fA-F]{16}$/, 'Copy the App ID: cli_ and 16 hexadecimal digits.')
    .optional(),
  FEISHU_APP_SECRET: secret,
  SLACK_CHARTS: z.enum(['auto', 'native', 'picture'], { error: 'Give auto, native or picture.' }).default('auto'),
  FEISHU_MODE: z.enum(['ws', 'http'], { error: 'Give ws or http.' }).optional(),
  FEISHU_ENCRYPT_KEY: secret,
  FEISHU_VERIFICATION_TOKEN: secret,
  FEISHU_DOMAIN: z
    .string()
    .refine(
      (text) => isAllowedAddress(text, isFeishu),
      'Give https://open.feishu.cn, https://open.larksuite.com or a loopback address.',
    )
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  SMTP_URL: z
    .string()
    .refine(isMailServer, 'Give smtp://host:port or smtps://host:port, with user:password@ where it asks for them.')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>"\r\n]{1,100}<)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/, 'Give an address: Name <quality@example.com>.')
    .optional(),
  SMS_WEBHOOK_URL: z.string().refine(isGateway, 'Give an https:// address; http:// only on this machine.').optional(),
  SMS_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, 'Give whsec_ and at least 24 bytes in base64.')
    .optional(),
} satisfies Record<SettingName, z.ZodType>);
export type Environment = z.output<typeof environmentSchema>;
