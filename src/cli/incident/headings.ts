import type { Headings } from '../../org/people-file/find-columns.ts';

const times = ['reportedAt', 'respondedAt', 'restoredAt', 'resolvedAt', 'closedAt', 'updatedAt'] as const;
export const timeFields = times;
export type TimeField = (typeof times)[number];

export type IncidentField =
  | 'externalId'
  | 'title'
  | 'project'
  | TimeField
  | 'kind'
  | 'priority'
  | 'category'
  | 'object'
  | 'requester'
  | 'engineer'
  | 'done';

/** Common column headings of ticket lists. */
export const incidentHeadings: Headings<IncidentField> = {
  externalId: [
    '事件编号',
    '工单编号',
    '工单号',
    '单号',
    '编号',
    'incident number',
    'ticket id',
    'ticket number',
    'number',
    'id',
  ],
  title: ['标题', '事件标题', '主题', '摘要', '问题描述', '描述', 'title', 'summary', 'subject', 'description'],
  project: ['项目', '项目名称', '项目编号', '所属项目', 'project', 'project name', 'project id'],
  reportedAt: [
    '报告时间',
    '报修时间',
    '创建时间',
    '受理时间',
    '发生时间',
    'reported',
    'reported at',
    'created',
    'created at',
    'opened',
    'opened at',
  ],
  respondedAt: ['响应时间', '首次响应时间', 'responded', 'responded at', 'first response'],
  restoredAt: ['恢复时间', '业务恢复时间', 'restored', 'restored at'],
  resolvedAt: ['解决时间', '处理完成时间', '完成时间', 'resolved', 'resolved at'],
  closedAt: ['关闭时间', '结单时间', 'closed', 'closed at'],
  updatedAt: ['更新时间', '最后更新时间', '修改时间', 'updated', 'updated at', 'last updated'],
  kind: ['类型', '工单类型', '事件类型', 'kind', 'type', 'ticket type'],
  priority: ['优先级', '级别', '紧急程度', 'priority'],
  category: ['分类', '类别', '事件分类', 'category'],
  object: ['服务对象', '配置项', '设备', 'object', 'configuration item', 'ci'],
  requester: ['报告人', '报修人', '申请人', '联系人', 'requester', 'reporter', 'caller'],
  engineer: ['处理人', '工程师', '负责人', 'engineer', 'assignee', 'assigned to'],
  done: ['处理情况', '解决方案', '处理结果', '解决说明', 'solution', 'resolution', 'done'],
};
