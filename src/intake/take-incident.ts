import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { canonicalize } from 'json-canonicalize';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { OrgStore } from '../org/org-store.ts';
import { answersOf } from '../quality/incident/incident-creation.ts';
import { incidentData } from '../quality/incident/incident-data.ts';
import { type IncidentItem, incidentItem, lessonOf } from '../quality/incident/incident-item.ts';
import { problemsOf } from '../quality/incident/item-problems.ts';
import { learned } from '../quality/incident/learn.ts';
import type { Records } from '../records/records.ts';
import type { RecordOf } from '../records/shape/record.ts';
import type { ItemProblem, TakeItem, Taken } from './take-items.ts';

interface Parts {
  readonly records: Pick<Records, 'load' | 'create' | 'perform'>;
  readonly organisation: Pick<OrgStore, 'load'>;
  readonly clock: Clock;
  /** The items come from a list of past incidents, not in real time. */
  readonly imported?: true;
}

/**
 * Accepts an incident or a request from another tool: creates it, or updates the one known by the tool's number or by ours. An item with nothing new
 * leaves no trace in the history.
 */
export function createTakeIncident({ records, organisation, clock, imported }: Parts): TakeItem {
  return async (source, raw) => {
    const parsed = incidentItem.safeParse(raw);
    if (!parsed.success) return refused(problemsIn(parsed.error));
    const item = parsed.data;
    const actor = { kind: 'source', name: source } as const;
    const origin = `intake:${source}:${item.externalId}`;
    const org = await organisation.load();
    const now = clock.now();

    const known = await records.load(item.number === undefined ? { origin } : { number: item.number });
    if (!known) {
      const problems = problemsOf(item, null, org, now);
      if (problems.length > 0) return refused(problems);
      const answers = { ...answersOf(item, source, org), ...(imported && { imported }) };
      const created = await records.create({ type: 'incident', answers, actor, origin });
      if (created.verdict === 'errors') return refused(Object.keys(created.errors).map(notTaken));
      if (!created.again) return { result: 'created', number: created.record.number };
      return learn(created.record, item);
    }
    return learn(known, item);

    async function learn({ id, number, type, data: stored }: RecordOf<unknown>, told: IncidentItem): Promise<Taken> {
      if (type !== 'incident')
        return refused([{ field: 'number', problem: 'is not that of an incident or a request' }]);
      const data = incidentData.parse(stored);
      const problems = problemsOf(told, data, org, now);
      if (problems.length > 0) return refused(problems);
      // Its origin does not change because another tool reports on it.
      const lesson = { ...lessonOf(told, source), ...(data.source && { source: data.source }) };
      if (isDeepStrictEqual(learned(data, lesson, org), data)) return { result: 'unchanged', number };
      const hash = createHash('sha256').update(canonicalize(lesson)).digest('hex').slice(0, 16);
      const request = { move: 'learn', answers: lesson, actor, interaction: `${origin}:${hash}`, round: null };
      const { verdict } = await records.perform({ id }, request);
      switch (verdict.verdict) {
        case 'done':
          return { result: 'updated', number };
        case 'repeated':
          return { result: 'unchanged', number };
        default:
          return refused([{ field: '', problem: `cannot be learned as it stands now: ${verdict.verdict}` }]);
      }
    }
  };
}

const refused = (problems: readonly ItemProblem[]): Taken => ({ result: 'refused', problems });
const notTaken = (field: string): ItemProblem => ({ field, problem: 'is not accepted' });

const problemsIn = ({ issues }: z.ZodError): ItemProblem[] =>
  issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }));
