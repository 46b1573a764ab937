import type { Spoken } from '../command.ts';

/** The verbs that work for every record type, in both languages. */
export const verbs = {
  new: { 'zh-CN': ['新建', '报告', '登记'], en: ['new', 'create', 'report'] },
  list: { 'zh-CN': ['列表', '清单', '列出'], en: ['list', 'open'] },
  search: { 'zh-CN': ['搜索', '查找', '搜'], en: ['search', 'find'] },
  stats: { 'zh-CN': ['统计'], en: ['stats', 'statistics'] },
  show: { 'zh-CN': ['查看', '打开', '详情'], en: ['show', 'view'] },
  overdue: { 'zh-CN': ['逾期', '我的逾期', '已逾期', '超期'], en: ['overdue', 'late'] },
  mine: { 'zh-CN': ['我的', '我的待办', '待办'], en: ['mine', 'my'] },
  approvals: {
    'zh-CN': ['待我决定', '我的审批', '待我审批', '待审批', '审批'],
    en: ['approvals', 'approval', 'decisions'],
  },
  help: { 'zh-CN': ['帮助'], en: ['help', '?'] },
} as const satisfies Record<string, Spoken>;
