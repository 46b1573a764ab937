import type { HandedOver, Letter, LetterCarrier } from '../../src/chat/letter.ts';
import { composeMail } from './compose-mail.ts';
import { handOver } from './hand-over.ts';
import type { MailSettings } from './mail-settings.ts';

/**
 * Mail by SMTP. A server cannot be asked whether it accepted a message, so one that may have been accepted is never sent again; the Message-ID is the
 * same for every attempt, so that the receiving side can detect a duplicate.
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
