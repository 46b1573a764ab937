import type { Block } from '../../../chat/card.ts';
import { words } from '../../../chat/text.ts';
import { nameOf } from '../../../org/organisation.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import { say } from '../../../records/say.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import { speechOf } from './remark.ts';

/** How many of the transfers a card shows, the last ones. */
const SHOWN = 2;

/** From whom to whom the finding was passed on, in small print. */
export function transferBlocks(record: RecordOf<FindingData>, view: View): Block[] {
  const shown = record.data.transfers.slice(-SHOWN);
  if (shown.length === 0) return [];
  const speech = speechOf(record, view);
  const departmentName = (id: string) => {
    const department = view.org.department(id);
    return department ? nameOf(department.name, view.locale) : id;
  };
  const lines = shown.map(({ kind, at, from = '', to, reason }) => {
    const parties =
      kind === 'department'
        ? { from: departmentName(from), to: departmentName(to) }
        : { from: { person: from }, to: { person: to } };
    return say({ key: findingWords.transfer[kind], params: { at: { instant: at }, ...parties, reason } }, speech);
  });
  return [{ kind: 'note', text: words(lines.join('\n')) }];
}
