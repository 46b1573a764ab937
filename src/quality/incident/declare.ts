import { movesOf } from '../../records/define-record.ts';
import type { IncidentData } from './incident-data.ts';
import type { incidentWords } from './words.ts';

/** Declares moves of incidents: their states and names are those in the words. */
export const { move, moveWith } = movesOf<IncidentData, typeof incidentWords>();
