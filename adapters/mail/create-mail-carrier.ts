import type { HandedOver, Letter, LetterCarrier } from '../../src/chat/letter.ts';
import { composeMail } from './compose-mail.ts';
import { handOver } from './hand-over.ts';
import type { MailSettings } from './mail-settings.ts';

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
