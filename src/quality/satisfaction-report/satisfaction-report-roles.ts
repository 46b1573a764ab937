import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { SatisfactionReportData } from './satisfaction-report-data.ts';
import { satisfactionReportWords } from './words.ts';

type ReportRole = Role<SatisfactionReportData>;

/** 质量效能部经理 writes it (R40). */
export const qualityManager = office('qedManager');

/** The approver: 管理者代表 by the settings. */
export const approver: ReportRole = {
  id: 'approver',
  label: satisfactionReportWords.role.approver,
  holders: (_record, org) => org.idsWith(org.settings.satisfactionReports.approver),
};

/** The person who submitted it. */
export const author: ReportRole = {
  id: 'author',
  label: satisfactionReportWords.role.author,
  alone: true,
  holders: ({ data }) => (data.authorId === undefined ? [] : [data.authorId]),
};
