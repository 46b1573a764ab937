import type { HandedOver, Letter, LetterCarrier } from '../../src/chat/letter.ts';
import { composeMail, type Sender } from './compose-mail.ts';
import { handOver } from './hand-over.ts';

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

/**
 * Mail by SMTP. A server cannot be asked what became of a letter, so one that was perhaps taken is never sent again; the Message-ID is the
 * same at every try, by which the receiver's side tells a repetition.
 */
export function createMailCarrier(settings: MailSettings): LetterCarrier {
  return {
    way: 'mail',
    repeatable: false,
    async send(letter: Letter): Promise<HandedOver> {
      const mail = await composeMail(letter, settings);
      return handOver({ from: settings.address, to: letter.to, mail }, settings);
    },
  };
}
