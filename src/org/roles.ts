/**
 * The roles that the organization gives to people; permissions follow from these and from heading a department, never from what a platform says. TOP,
 * MR, QED and the rest are the policy's actors (requirements, R3 to R8).
 */
export const roles = [
  /** 公司高层: approves the annual plan, chairs the management review, ends every approval chain. */
  'top',
  /** 管理者代表: approves major improvements, appoints the lead auditor. */
  'mr',
  /** 质量效能部 quality officer: triages findings, approves CAPA reports that did not come from an audit. */
  'qed',
  /** 质量效能部经理 */
  'qedManager',
  /** 审核组长 */
  'leadAuditor',
  /** 审核员 */
  'auditor',
  /** 运维管理部经理 */
  'omdManager',
  /** 服务台专员 */
  'sd',
  /** 专业负责人 */
  'pl',
  /** 值班员/检修员 */
  'eng',
  /** Administers qmbot itself: links people, sees what could not be sent. */
  'admin',
] as const;
export type RoleName = (typeof roles)[number];
