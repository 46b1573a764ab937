/** Answers that are right, for each move of a finding that asks something; a test changes what it is about. */
export const answers = {
  issue: {
    title: '巡检记录缺失',
    kind: 'minor',
    department: 'omd',
    criterion: '运维作业指导书 4.2',
    source: 'spotCheck',
  },
  reject: { reason: '不属于体系要求' },
  assign: { handler: 'liu-yang', coWriters: ['wu-qiang', 'sun-yue'] },
  saveCorrection: { correction: '已补录两天的巡检记录', containment: '值班长每日复核' },
  saveCause: {
    why1: '交接班时没有核对日志',
    why2: '交接单里没有这一项',
    why3: '作业指导书改版时漏了模板',
    causeCategory: 'procedure',
    rootCause: '改版没有同步更新模板的步骤',
  },
  addAction: { kind: 'corrective', action: '更新交接单模板', owner: 'xu-fang', dueDay: '2026-12-04', more: 'done' },
  removeAction: { action: 'A1' },
  saveEffect: { criterion: '连续四周抽查无缺失', reviewDay: '2027-01-08' },
  submitCapa: {},
  approveCapa: {},
  returnCapa: { reason: '根本原因没有说清' },
  approveMajor: {},
  returnMajor: { reason: '措施不足以防止再发生' },
  actionDone: { number: 'FD-2026-0001-A1' },
  verify: { verification: '查看了新模板和两周的交接单' },
  sendBack: { action: 'FD-2026-0001-A1', reason: '模板还没有发布' },
  confirmEffect: { effect: '四周抽查均无缺失' },
  denyEffect: { reason: '第三周又缺了一天' },
} as const;

/** A move of a finding. */
export type MoveName = keyof typeof answers;
