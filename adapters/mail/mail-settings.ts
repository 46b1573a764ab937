import type { Sender } from './compose-mail.ts';

/** A mail server and the sender of mail. */
export interface MailSettings extends Sender {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS if the server offers it. */
  readonly secure: boolean;
  /** Refuses to send mail unencrypted. */
  readonly requireTls: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
  /** Timeout for one reply of the server, in milliseconds. */
  readonly timeoutMs?: number;
}
