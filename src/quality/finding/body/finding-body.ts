import type { Block } from '../../../chat/card.ts';
import { words } from '../../../chat/text.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import { answerBlocks } from './answer-blocks.ts';
import { capaBlocks } from './capa-blocks.ts';
import { disputeBlocks } from './dispute-blocks.ts';
import { findingFacts } from './finding-facts.ts';
import { questionBlocks } from './question-blocks.ts';
import { remark } from './remark.ts';

/** What a finding's card shows: what was seen, what it is held against, and what has been said and written about it so far. */
export function findingBody(record: RecordOf<FindingData>, view: View): Block[] {
  const { data } = record;
  return [
    { kind: 'quote', text: words(data.what) },
    { kind: 'facts', facts: findingFacts(record, view) },
    ...questionBlocks(record, view),
    ...disputeBlocks(record, view),
    ...sentBackBecause(record, view),
    ...capaBlocks(record, view),
    ...answerBlocks(record, view),
    ...remark(findingWords.field.verification, data.verification, view),
    ...remark(findingWords.field.effect, data.effect, view),
    ...remark(findingWords.field.reason, data.rejection ?? data.withdrawal, view),
  ];
}

function sentBackBecause({ data, state }: RecordOf<FindingData>, view: View): Block[] {
  if (state === 'answerReturned')
    return remark(findingWords.answerReturnedBecause, data.pastAnswers.at(-1)?.reason, view);
  const last = data.pastRounds.at(-1);
  if (!last || state !== 'returned') return [];
  const key = last.outcome === 'returned' ? findingWords.returnedBecause : findingWords.ineffectiveBecause;
  return remark(key, last.reason, view);
}
