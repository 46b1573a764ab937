import type { exportTexts as source } from '../zh-cn/export.ts';

/** Lists saved as files. */
export const exportTexts: Record<keyof typeof source, string> = {
  'export.csv': 'Save as CSV',
  'export.xlsx': 'Save as Excel',
  'export.coming': 'On its way: the file will come to you in a direct message.',
  'export.limit': 'A file holds {most} at most, and this list has {total}: save it in parts, by days or departments.',
  'export.download': 'Download {name}',
  'export.title.file': 'The file you asked for',
  'export.timed': '{heading} ({zone})',
  'export.number': 'Number',
  'export.title': 'Title',
  'export.reporter': 'Reported by',
  'export.clause': 'Clause',
  'export.opened': 'Reported',
  'export.first': 'First deadline',
  'export.until': 'Extended to',
  'export.met': 'Submitted',
  'export.daysLate': 'Working days late',
  'export.punctuality': 'On time',
  'export.punctuality.open': 'running',
  'export.punctuality.onTime': 'on time',
  'export.punctuality.extended': 'running, extended',
  'export.punctuality.lateExtended': 'late, extended',
  'export.punctuality.late': 'late',
  'export.closed': 'Closed',
};
