import type { Block } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { openButton } from '../../records/card/draw-buttons.ts';
import type { CallBackData } from './call-back-data.ts';
import { callBackWords } from './words.ts';

/** The complaint opened during the call, with a link once it has a number; empty if there is none. */
export function complaintLine({ complaint }: Pick<CallBackData, 'complaint'>, locale: Locale): Block[] {
  if (!complaint) return [];
  const { number } = complaint;
  if (number === undefined)
    return [{ kind: 'note', text: words(translate(locale, callBackWords.complaint.numbering)) }];
  const text = words(translate(locale, callBackWords.complaint.opened, { number }));
  return [{ kind: 'lines', lines: [{ text, button: openButton(number, translate(locale, 'record.open')) }] }];
}
