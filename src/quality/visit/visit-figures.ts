import { dayOf } from '../../calendar/day.ts';
import { defineFigures } from '../../records/declaration/figures.ts';
import { visitData } from './visit-data.ts';
import { visitWords } from './words.ts';

/** How many visits whose day has passed took place, and what customers said in them (R29, R41). */
export const visitFigures = defineFigures({
  reads: visitData.pick({ dueDay: true, onDay: true, notes: true, feedback: true }),
  fold(rows, { now, zone }) {
    const today = dayOf(now, zone);
    const over = rows.filter(({ state, data }) => state !== 'cancelled' && (data.onDay ?? data.dueDay) < today);
    const feedback = rows.flatMap(({ data }) => data.feedback ?? []);
    return [
      {
        label: visitWords.figure.held,
        value: { met: over.filter(({ data }) => data.notes !== undefined).length, of: over.length },
      },
      {
        label: visitWords.figure.slaMet,
        value: { met: feedback.filter(({ sla }) => sla === 'met').length, of: feedback.length },
      },
      {
        label: visitWords.figure.newServices,
        value: feedback.filter(({ newServices }) => newServices !== undefined).length,
      },
      { label: visitWords.figure.cancelled, value: rows.filter(({ state }) => state === 'cancelled').length },
    ];
  },
});
