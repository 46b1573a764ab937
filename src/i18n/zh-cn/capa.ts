/** What findings and the actions of their reports have in common. */
export const capa = {
  'capa.actionKind.corrective': '纠正措施',
  'capa.actionKind.preventive': '预防措施',
  'capa.actionDone': '已完成',
} as const;
