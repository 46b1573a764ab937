import type { Sender } from './compose-mail.ts';

/** A mail server, and in whose name mail goes out. */
export interface MailSettings extends Sender {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on; otherwise it begins with STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** No mail goes out in the clear. */
  readonly requireTls: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
  /** How long one answer of the server may take, in milliseconds. */
  readonly timeoutMs?: number;
}
