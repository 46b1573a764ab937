import { movesOf } from '../../records/define-record.ts';
import type { IncidentData } from './incident-data.ts';
import type { incidentWords } from './words.ts';

/** Declares the moves of incidents; the compiler checks states and names against the words. */
export const { move, moveWith } = movesOf<IncidentData, typeof incidentWords>();
