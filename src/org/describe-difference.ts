import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import type { OrgChange, OrgList } from './find-difference.ts';
import { nameOf } from './name.ts';
import type { OrgData } from './org-schema.ts';

/** Output of `qmbot org import`: a line for each change, `+` added, `-` removed, `~` changed; a single line if there is none. */
export function describeDifference(
  changes: readonly OrgChange[],
  before: OrgData,
  after: OrgData,
  locale: Locale,
): string[] {
  if (changes.length === 0) return [translate(locale, 'org.difference.none')];
  return changes.map((change) => {
    const list = translate(locale, `org.list.${change.list}`);
    if (!('id' in change)) return `~ ${list}`;
    const name = nameIn(change.kind === 'removed' ? before : after, change.list, change.id, locale);
    switch (change.kind) {
      case 'added':
        return `+ ${list} ${name}`;
      case 'removed':
        return `- ${list} ${name}`;
      case 'changed':
        return `~ ${list} ${name}: ${change.fields.join(', ')}`;
      default:
        return change satisfies never;
    }
  });
}

function nameIn(data: OrgData, list: OrgList, id: string, locale: Locale): string {
  const items: readonly { id: string; name?: OrgData['company'] | undefined }[] = data[list];
  const name = items.find((item) => item.id === id)?.name;
  return name ? `${id} (${nameOf(name, locale)})` : id;
}
