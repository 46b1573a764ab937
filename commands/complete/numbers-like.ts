import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { myWork } from '../desk/desk-lists.ts';
import { recordsCalled } from '../suggest/numbers.ts';
import type { NextWord, Typing } from './next-word.ts';

/** How many of the person's own records are looked through. */
const LOOKED_AT = 50;

/** The numbers that somebody may be typing: of what waits for them and what they reported, and of the record that they name. */
export async function numbersLike(last: string, type: RecordType<unknown>, typing: Typing): Promise<NextWord[]> {
  const [work, reported, named] = await Promise.all([
    myWork(typing, LOOKED_AT),
    typing.desk.reportedBy(typing.person.id, LOOKED_AT),
    /\d/.test(last) ? recordsCalled(last, { type: type.type }, typing) : [],
  ]);
  const sought = last.toLowerCase();
  const own = [...work.rows, ...reported].filter(
    ({ type: of, number, title }) => of === type.type && `${number} ${title}`.toLowerCase().includes(sought),
  );
  const all = new Map([...named, ...own].map(({ number, title }) => [number, title]));
  return [...all].map(([word, title]) => ({ word, label: title, goesOn: false }));
}
