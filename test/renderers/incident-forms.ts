/** The moves of an incident that have a form. */
export const askedOfIncidents = [
  'update',
  'assign',
  'respond',
  'wait',
  'restore',
  'resolve',
  'reopen',
  'closeUrgently',
  'cancel',
] as const;
