import type { capa as source } from '../zh-cn/capa.ts';

/** What findings and the actions of their reports have in common. */
export const capa: Record<keyof typeof source, string> = {
  'capa.actionKind.corrective': 'Corrective action',
  'capa.actionKind.preventive': 'Preventive action',
  'capa.actionDone': 'Done',
};
