import { createMailCarrier } from '../../adapters/mail/create-mail-carrier.ts';
import { createSmsCarrier } from '../../adapters/sms/create-sms-carrier.ts';
import type { LetterCarrier } from '../chat/letter.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';

/** The ways out to customers' contacts that are configured, the first choice first. */
export function openLetterCarriers({ mail, sms }: Pick<Config, 'mail' | 'sms'>, clock: Clock): LetterCarrier[] {
  return [...(mail ? [createMailCarrier(mail)] : []), ...(sms ? [createSmsCarrier(sms, () => clock.now())] : [])];
}
