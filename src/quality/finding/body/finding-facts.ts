import type { Fact } from '../../../chat/card.ts';
import { words } from '../../../chat/text.ts';
import { translate } from '../../../i18n/translate.ts';
import { type NamePair, nameOf } from '../../../org/organisation.ts';
import { factIn } from '../../../records/card/blocks.ts';
import { personText } from '../../../records/card/person-text.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import { label } from '../../../records/say.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';

/** Where, of what kind, from where, held against what, reported by whom; what nobody has said is left out. */
export function findingFacts({ data }: RecordOf<FindingData>, view: View): Fact[] {
  const { locale, org } = view;
  const fact = factIn(locale);
  const said = (text: string | undefined) => (text === undefined ? undefined : words(text));
  const labelled = (prefix: string, id: string | undefined) =>
    id === undefined ? undefined : words(label(`${prefix}.${id}`, locale));
  const named = (item: { readonly name: NamePair } | undefined) => item && words(nameOf(item.name, locale));
  const element = org.settings.capabilityElements.find(({ id }) => id === data.element);
  const merged = data.merged.map(({ number }) => number).join(translate(locale, 'common.listSeparator'));
  return [
    ...fact(findingWords.field.where, words(data.where)),
    ...fact(findingWords.field.kind, labelled('finding.kind', data.kind)),
    ...fact(findingWords.field.suggestedKind, data.kind ? undefined : labelled('finding.kind', data.suggestedKind)),
    ...fact(findingWords.field.criterion, said(data.criterion)),
    ...fact(findingWords.field.source, labelled('finding.source', data.source)),
    ...fact(findingWords.field.element, named(element)),
    ...fact('record.field.project', named(org.project(data.projectId ?? ''))),
    ...fact(findingWords.field.evidence, said(data.evidence)),
    ...fact(findingWords.field.reporter, data.reporterId === null ? undefined : [personText(data.reporterId, view)]),
    ...fact(findingWords.field.mergedInto, said(data.mergedInto)),
    ...fact(findingWords.field.mergedFrom, said(merged === '' ? undefined : merged)),
  ];
}
