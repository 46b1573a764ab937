import { formatPeriod } from '../../calendar/format.ts';
import { periodOf } from '../../calendar/period.ts';
import { translate } from '../../i18n/translate.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { creation, defineRecord } from '../../records/define-record.ts';
import { reportOrigin } from './report-origin.ts';
import { satisfactionReportBody } from './satisfaction-report-body.ts';
import { reportKinds, type SatisfactionReportData, satisfactionReportData } from './satisfaction-report-data.ts';
import { type NewReport, newReportForm } from './satisfaction-report-forms.ts';
import { satisfactionReportMoves } from './satisfaction-report-moves.ts';
import { approver, qualityManager } from './satisfaction-report-roles.ts';
import { satisfactionReportCalled, satisfactionReportWords } from './words.ts';

/**
 * A satisfaction report for a quarter or a year: drafted from the data, completed by the QED manager, approved, and posted with charts (R28, R40,
 * R44).
 */
export const satisfactionReport = defineRecord<SatisfactionReportData, typeof satisfactionReportWords>({
  type: 'satisfactionReport',
  words: satisfactionReportWords,
  called: satisfactionReportCalled,
  number: { per: 'year', prefix: (org) => org.settings.prefixes.satisfactionReport ?? 'SA' },
  schemaVersion: 1,
  upgrades: {},
  data: satisfactionReportData,
  title: ({ title }) => title,
  onlyOrigin: reportOrigin,
  countedAt: ({ draftedAt }) => draftedAt,
  facets: ({ kind }) => ({ kind }),
  filters: [
    {
      facet: 'kind',
      label: satisfactionReportWords.field.period,
      words: ['kind', '类型'],
      values: () => catalogueValues(reportKinds, 'satisfactionReport.kind'),
    },
  ],
  searched: ({ key, conclusion = '' }) => [key, conclusion],
  answeredIn: ['drafted'],
  department: ({ departmentId }) => departmentId,
  inChannels: true,
  publishedIn: ['approved'],
  channelPurpose: 'digest',
  initialState: 'drafted',
  states: {
    drafted: {
      owner: qualityManager,
      due: { kind: 'workingDays', days: ({ settings }) => settings.satisfactionReports.draftDays },
      extendedBy: approver,
      tone: 'action',
    },
    submitted: {
      owner: approver,
      decides: true,
      due: { kind: 'workingDays', days: ({ settings }) => settings.workingDays.approve },
      tone: 'action',
    },
    approved: { final: true, tone: 'good' },
  },
  moves: satisfactionReportMoves,
  creation: creation<SatisfactionReportData, NewReport>({
    asks: newReportForm,
    initial({ period: [kind, key] }, { org, now }) {
      const { first, last } = periodOf(kind, firstDayOf(key));
      const departmentId = org.departments.find((one) => one.kind === 'QED')?.id ?? null;
      const { language } = org.siteOfDepartment(departmentId ?? '');
      const period = formatPeriod(kind, { key, first, last }, language);
      const title = translate(language, satisfactionReportWords.title[kind], { period });
      return { kind, key, title, first, last, departmentId, draftedAt: now.toISOString() };
    },
  }),
  body: satisfactionReportBody,
});

/** The first day of `2026-Q3`, or of `2026`. */
function firstDayOf(key: string): string {
  const [year = '', quarter] = key.split('-Q');
  const month = quarter === undefined ? 1 : Number(quarter) * 3 - 2;
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
