import type { LetterCarrier } from '../chat/letter.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';

/** The ways out to customers' contacts that are configured, the first choice first; the others are not even loaded. */
export async function openLetterCarriers(
  { mail, sms }: Pick<Config, 'mail' | 'sms'>,
  clock: Clock,
): Promise<LetterCarrier[]> {
  const carriers: LetterCarrier[] = [];
  if (mail) {
    const { createMailCarrier } = await import('../../adapters/mail/create-mail-carrier.ts');
    carriers.push(createMailCarrier(mail));
  }
  if (sms) {
    const { createSmsCarrier } = await import('../../adapters/sms/create-sms-carrier.ts');
    carriers.push(createSmsCarrier(sms, () => clock.now()));
  }
  return carriers;
}
