import { dayOf } from '../../calendar/day.ts';
import { AppError } from '../../errors.ts';
import { begin } from '../decide/begin.ts';
import type { DecisionContext } from '../decide/decision.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { Registry } from '../registry.ts';
import type { CreatedOrTaken, CreateRequest } from '../requests.ts';
import type { Counters } from './counter-repository.ts';
import { insertUnits, type Unit, unitOf } from './record-unit.ts';
import type { RecordsParts } from './records-parts.ts';

/** The number of a new record: the next of its type's series for the year, by the clock of the first site. */
async function nextNumber(
  type: string,
  { registry, counters }: { readonly registry: Registry; readonly counters: Counters },
  { org, now }: RecordContext,
): Promise<string> {
  const prefix = registry.get(type).number.prefix(org);
  const year = dayOf(now, org.siteOfDepartment('').zone).slice(0, 4);
  const count = await counters.next(`${prefix}-${year}`);
  return `${prefix}-${year}-${String(count).padStart(4, '0')}`;
}

/** The request redirected to its actual type: a form shared by several types may have been answered for another one (ADR 48). */
function leadOn(request: CreateRequest, registry: Registry): CreateRequest {
  const parsed = registry.get(request.type).creation.bind(request.answers);
  return parsed.ok && parsed.leadsTo ? { ...request, ...parsed.leadsTo } : request;
}

/** How often to try another number after losing a race with another process. */
const MOST_TRIES = 10;

type Parts = Pick<RecordsParts, 'repository' | 'registry' | 'counters' | 'dispatch'>;

/**
 * Creates records, each once per origin, in a single insert if no number or origin is taken. Returns the outcomes in the order of the requests.
 * Throws `records.noNumber` if no free number is found.
 */
export async function createAll(
  parts: Parts,
  requests: readonly CreateRequest[],
  setting: DecisionContext,
): Promise<CreatedOrTaken[]> {
  const outcomes: CreatedOrTaken[] = [];
  let units: readonly Unit[] = [];
  for (const [index, request] of requests.entries()) {
    const unit = await prepare(parts, request, index, setting);
    if ('verdict' in unit) outcomes[index] = unit;
    else units = [...units, unit];
  }
  while (units.length > 0) {
    const { inserted, taken, left } = await insertUnits(parts, units);
    for (const { index, own } of inserted) outcomes[index] = { verdict: 'created', record: own.record, again: false };
    const next = taken && (await settleTaken(parts, taken, setting));
    if (next && 'verdict' in next) outcomes[taken.index] = next;
    units = next && !('verdict' in next) ? [next, ...left] : left;
  }
  return outcomes;
}

async function prepare(
  parts: Parts,
  request: CreateRequest,
  index: number,
  setting: DecisionContext,
): Promise<CreatedOrTaken | Unit> {
  const { registry, repository } = parts;
  const meant = leadOn(request, registry);
  const beginning = begin(registry.get(meant.type), meant, setting);
  if (!beginning.ok) return { verdict: 'errors', errors: beginning.errors };
  // Look for a singleton first: an unused number would leave a gap.
  const only = beginning.origin === meant.origin ? null : await repository.load({ origin: beginning.origin });
  if (only) return { verdict: 'created', record: only, again: true };
  const number = meant.number ?? (await nextNumber(meant.type, parts, setting));
  return unitOf({ index, request: meant, beginning, tries: 1 }, number, parts, setting);
}

/** The record that already exists under the origin, or the unit with another number. */
async function settleTaken(parts: Parts, unit: Unit, setting: DecisionContext): Promise<CreatedOrTaken | Unit> {
  const { record } = unit.own;
  const earlier = await parts.repository.load({ origin: record.origin });
  if (earlier) return { verdict: 'created', record: earlier, again: true };
  if (unit.request.number !== undefined) return { verdict: 'taken', number: unit.request.number };
  if (unit.tries === MOST_TRIES) throw new AppError('records.noNumber', { type: record.type });
  const number = await nextNumber(record.type, parts, setting);
  return unitOf({ ...unit, tries: unit.tries + 1 }, number, parts, setting);
}
