import { movesOf } from '../../records/define-record.ts';
import type { ServiceReportData } from './service-report-data.ts';
import type { serviceReportWords } from './words.ts';

/** Declares the moves of service reports; the compiler checks states and names against the words. */
export const { move, moveWith } = movesOf<ServiceReportData, typeof serviceReportWords>();
