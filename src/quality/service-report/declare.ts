import { movesOf } from '../../records/define-record.ts';
import type { ServiceReportData } from './service-report-data.ts';
import type { serviceReportWords } from './words.ts';

/** Declares moves of service reports: their states and names are those in the words. */
export const { move, moveWith } = movesOf<ServiceReportData, typeof serviceReportWords>();
