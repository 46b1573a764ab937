import { AppError } from '../../errors.ts';
import type { Records } from '../../records/records.ts';
import type { LeftBehind } from './left-behind.ts';

const actor = { kind: 'system', name: 'people-import' } as const;

/**
 * Hands over every record that a leaver leaves behind, each by a system move with its entry in the history. A second run changes nothing more.
 * Returns how many were handed over. Fails with `people.handOverRefused`.
 */
export async function handOverRecords(
  records: Records,
  left: readonly LeftBehind[],
  takers: ReadonlyMap<string, string>,
): Promise<number> {
  let count = 0;
  for (const { person, items } of left) {
    const to = takers.get(person.id) ?? null;
    for (const { number } of items) {
      const version = (await records.load({ number }))?.version ?? 0;
      const interaction = `hand-over:${person.id}:${to ?? ''}:${number}:${version}`;
      const answers = { from: person.id, to };
      const { verdict } = await records.perform(
        { number },
        { move: 'handOver', answers, actor, interaction, round: null },
      );
      if (verdict.verdict !== 'done' && verdict.verdict !== 'repeated') {
        throw new AppError('people.handOverRefused', { number, verdict: verdict.verdict });
      }
      count += 1;
    }
  }
  return count;
}
