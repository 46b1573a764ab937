import { randomUUID } from 'node:crypto';
import type { Beginning } from '../decide/begin.ts';
import type { DecisionContext } from '../decide/decision.ts';
import type { CreateRequest } from '../requests.ts';
import { raisedWith } from './raised-with.ts';
import { asksForWork, type NewRecord } from './record-repository.ts';
import type { RecordsParts } from './records-parts.ts';

/** A child to insert with its parent, and the key of the effect that asks for it. */
interface Child extends NewRecord {
  readonly key: string;
}

/** A record to insert, together with the children it raises right away. */
export interface Unit {
  /** Index of its request among those made together. */
  readonly index: number;
  readonly request: CreateRequest;
  readonly beginning: Extract<Beginning<unknown>, { ok: true }>;
  readonly own: NewRecord;
  readonly children: readonly Child[];
  /** How many numbers were tried. */
  readonly tries: number;
}

type Parts = Pick<RecordsParts, 'repository' | 'registry' | 'dispatch'>;

/** The unit under a number, with the effects claimed that this process will carry out right away. */
export function unitOf(
  unit: Omit<Unit, 'own' | 'children'>,
  number: string,
  { registry, dispatch }: Pick<Parts, 'registry' | 'dispatch'>,
  setting: DecisionContext,
): Unit {
  const claimed = (record: NewRecord['record']): NewRecord => {
    const { effects, nextAt } = dispatch.claim(record, record.effects);
    return { record: { ...record, effects }, nextAt };
  };
  const own = claimed(unit.beginning.at({ id: randomUUID(), number }));
  const raised = raisedWith(own.record, registry, setting, randomUUID);
  return { ...unit, own, children: raised.map(({ key, record }) => ({ key, ...claimed(record) })) };
}

const entriesOf = ({ own, children }: Unit): NewRecord[] => [own, ...children];

/** The result of inserting units together. */
export interface InsertedUnits {
  readonly inserted: readonly Unit[];
  /** The unit whose number or origin was taken; null if the insert completed. */
  readonly taken: Unit | null;
  /** The units after it. */
  readonly left: readonly Unit[];
}

/** Inserts units in order, up to the first one taken. A child whose number is taken is left to its effect. */
export async function insertUnits({ repository, dispatch }: Parts, units: readonly Unit[]): Promise<InsertedUnits> {
  const all = units.flatMap(entriesOf);
  let count = 0;
  try {
    count = await repository.insert(all);
  } finally {
    for (const { record } of all.slice(count)) dispatch.notSaved(record.effects);
  }
  const inserted: Unit[] = [];
  for (const unit of units) {
    if (count === 0) break;
    const some = entriesOf(unit).slice(0, count);
    count -= some.length;
    tellSaved(dispatch, unit, some.length - 1);
    inserted.push(unit);
    if (some.length < entriesOf(unit).length) return { inserted, taken: null, left: units.slice(inserted.length) };
  }
  const [taken = null, ...left] = units.slice(inserted.length);
  return { inserted, taken, left };
}

function tellSaved(dispatch: Parts['dispatch'], { own, children }: Unit, count: number): void {
  const done = children.slice(0, count);
  const tell = ({ record, nextAt }: NewRecord, keys: readonly string[]) => {
    if (asksForWork(record)) dispatch.saved(record, nextAt, keys);
  };
  tell(
    own,
    done.map(({ key }) => key),
  );
  for (const child of done) tell(child, []);
}
