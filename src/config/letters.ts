import type { SettingProblem } from './config-error.ts';
import { type Environment, isLoopback } from './config-schema.ts';

/** A mail server, and the sender of outgoing mail. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTls: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
  readonly address: string;
  readonly name: string;
}

/** A text message (SMS) gateway. */
export interface SmsConfig {
  readonly url: string;
  readonly secret: string;
}

/** The mail server; undefined if none is configured. A password and letters to customers cross the network only encrypted. */
export function readMail(
  { SMTP_URL: url, MAIL_FROM: from }: Environment,
  problems: SettingProblem[],
): MailConfig | undefined {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || from === undefined) {
    problems.push(
      url === undefined
        ? { setting: 'SMTP_URL', remedy: 'Mail is configured by half: add the mail server, or remove MAIL_FROM.' }
        : {
            setting: 'MAIL_FROM',
            remedy: 'Mail is configured by half: say in whose name it goes out, or remove SMTP_URL.',
          },
    );
    return undefined;
  }
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const [, name = '', address = from] = /^(.*?)\s*<([^<>]+)>$/.exec(from) ?? [];
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTls: !secure && !isLoopback(hostname),
    auth: username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    address,
    name: name.trim(),
  };
}

/** The gateway; undefined if none is configured. */
export function readSms(
  { SMS_WEBHOOK_URL: url, SMS_WEBHOOK_SECRET: secret }: Environment,
  problems: SettingProblem[],
): SmsConfig | undefined {
  if (url !== undefined && secret !== undefined) return { url, secret };
  if (url !== undefined) {
    problems.push({
      setting: 'SMS_WEBHOOK_SECRET',
      remedy: 'The gateway could trust nothing: add the secret, or remove SMS_WEBHOOK_URL.',
    });
  } else if (secret !== undefined) {
    problems.push({
      setting: 'SMS_WEBHOOK_URL',
      remedy: 'Add the address of the gateway, or remove SMS_WEBHOOK_SECRET.',
    });
  }
  return undefined;
}
