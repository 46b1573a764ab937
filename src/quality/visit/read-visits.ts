import { type Day, shiftDay } from '../../calendar/day.ts';
import { instantAt } from '../../calendar/instant-at.ts';
import type { FactRow } from '../../records/declaration/figures.ts';
import type { Facts } from '../../records/store/facts-repository.ts';
import { visitData } from './visit-data.ts';
import type { KnownVisit } from './visits-due.ts';

/** Longer than any visit interval, and how far ahead a visit may be planned. */
const DAYS_BACK = 1200;
const DAYS_AHEAD = 800;

const wanted = visitData.pick({ customerId: true, dueDay: true, onDay: true });

/** A visit as the planner sees it, with its number. */
export type NumberedVisit = KnownVisit & Pick<FactRow<unknown>, 'number' | 'restricted' | 'departmentId'>;

/** Every visit the planner needs on a day, earliest first. */
export async function readVisits(facts: Facts, today: Day, zone: string): Promise<NumberedVisit[]> {
  const span = {
    from: instantAt(shiftDay(today, -DAYS_BACK), '00:00', zone),
    to: instantAt(shiftDay(today, DAYS_AHEAD), '00:00', zone),
  };
  const rows = await facts.between('visit', span, wanted);
  return rows.map(({ number, state, restricted, departmentId, data }) => ({
    number,
    state,
    restricted,
    departmentId,
    ...data,
  }));
}
