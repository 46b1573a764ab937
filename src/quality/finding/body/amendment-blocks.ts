import type { Block } from '../../../chat/card.ts';
import { shortenLetters } from '../../../chat/shorten-text.ts';
import { words } from '../../../chat/text.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { type MessageKey, translate } from '../../../i18n/translate.ts';
import { nameOf, type Organisation } from '../../../org/organisation.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import { label, say } from '../../../records/say.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import type { Amendable, Amendment } from '../dispute-data.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import { speechOf } from './remark.ts';

/** The most amendments a card shows (the latest). */
const SHOWN = 2;
/** The most characters of an old or new text on a card; the record has the full text. */
const LONGEST = 60;

const fieldLabels: Readonly<Record<Amendable, MessageKey>> = {
  title: findingWords.field.title,
  kind: findingWords.field.kind,
  department: findingWords.field.department,
  what: findingWords.field.what,
  criterion: findingWords.field.criterion,
  source: findingWords.field.source,
  element: findingWords.field.element,
  project: 'record.field.project',
};

/** Amendments to an issued finding: by whom, when and why, with old and new text. */
export function amendmentBlocks(record: RecordOf<FindingData>, view: View): Block[] {
  const speech = speechOf(record, view);
  return record.data.amendments.slice(-SHOWN).map(({ by, at, reason, changes }) => {
    const params = { person: { person: by }, at: { instant: at }, reason };
    const lines = [
      say({ key: findingWords.amend.line, params }, speech),
      ...changes.map((change) => changeLine(change, view)),
    ];
    return { kind: 'text', text: words(lines.join('\n')) };
  });
}

function changeLine({ field, before, after }: Amendment['changes'][number], { locale, org }: View): string {
  const shown = (value: string | undefined) =>
    value === undefined ? translate(locale, findingWords.amend.nothing) : shorten(inWords(field, value, org, locale));
  return translate(locale, findingWords.amend.change, {
    field: translate(locale, fieldLabels[field]),
    before: shown(before),
    after: shown(after),
  });
}

/** A field's value as text: ids become the names currently used by the organization. */
function inWords(field: Amendable, value: string, org: Organisation, locale: Locale): string {
  switch (field) {
    case 'kind':
    case 'source':
      return label(`finding.${field}.${value}`, locale);
    case 'department':
      return nameIn([org.department(value)], value, locale);
    case 'project':
      return nameIn([org.project(value)], value, locale);
    case 'element':
      return nameIn(
        org.settings.capabilityElements.filter(({ id }) => id === value),
        value,
        locale,
      );
    case 'title':
    case 'what':
    case 'criterion':
      return value;
    default:
      return field satisfies never;
  }
}

type Named = { readonly name: Parameters<typeof nameOf>[0] } | undefined;

const nameIn = ([item]: readonly Named[], id: string, locale: Locale) => (item ? nameOf(item.name, locale) : id);

const shorten = (text: string) => shortenLetters(text.replace(/\s+/g, ' '), LONGEST);
