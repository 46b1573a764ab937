import type { Block } from '../../../chat/card.ts';
import { bold, plain } from '../../../chat/text.ts';
import { type MessageKey, translate } from '../../../i18n/translate.ts';
import { siteOf } from '../../../records/decide/due.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import type { Speech } from '../../../records/say.ts';

/** A text under its bold label; nothing where there is no text. */
export function remark(key: MessageKey, text: string | undefined, { locale }: Pick<View, 'locale'>): Block[] {
  return text === undefined ? [] : [{ kind: 'text', text: [bold(translate(locale, key)), plain(`  ${text}`)] }];
}

/** The context for rendering messages about a record, with times in its department's zone. */
export function speechOf(record: { readonly departmentId: string | null }, { org, locale }: View): Speech {
  return { org, locale, zone: org.calendarOf(siteOf(record, org)).zone };
}
