import type { StatesOf } from '../../records/define-record.ts';
import { callBack, resolution, response } from './incident-clocks.ts';
import type { IncidentData } from './incident-data.ts';
import { closer, engineer } from './incident-roles.ts';
import type { incidentWords } from './words.ts';

/** With a 24/7 promise, work goes on at night, too. */
const isRoundTheClock = ({ promise }: IncidentData) => promise?.calendar === '7x24';

/** From report to closing, which waits for the call-back (R26, R36). */
export const incidentStates: StatesOf<IncidentData, typeof incidentWords> = {
  reported: { owner: engineer, due: response, atOnce: isRoundTheClock, tone: 'action' },
  handling: { owner: engineer, due: resolution, atOnce: isRoundTheClock, tone: 'action' },
  waiting: { owner: engineer, tone: 'neutral' },
  resolved: { owner: closer, due: callBack, tone: 'action' },
  closed: { final: true, tone: 'good' },
  cancelled: { final: true, tone: 'muted' },
};
