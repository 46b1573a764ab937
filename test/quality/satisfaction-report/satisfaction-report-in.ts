import type { ReportFigures } from '../../../src/quality/satisfaction-report/report-figures.ts';
import { satisfactionReport } from '../../../src/quality/satisfaction-report/satisfaction-report.ts';
import type { SatisfactionReportData } from '../../../src/quality/satisfaction-report/satisfaction-report-data.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import type { PureEngine } from '../../worlds/pure-engine.ts';

type Report = RecordOf<SatisfactionReportData>;

const some = (met: number, of: number, mean: number) => ({
  satisfied: { met, of },
  mean,
  outOf100: Math.round(mean * 200) / 10,
});

/** Figures of a quarter. */
export const figures: ReportFigures = {
  services: some(372, 400, 4.51),
  servicesBefore: some(330, 372, 4.38),
  rated: { met: 400, of: 412 },
  surveys: some(45, 51, 4.29),
  surveysBefore: { satisfied: { met: 0, of: 0 }, mean: null, outOf100: null },
  answered: { met: 51, of: 60 },
  customers: [
    { id: 'office', figures: some(6, 8, 3.88) },
    { id: 'metro', figures: some(366, 392, 4.52) },
  ],
  projects: [
    { id: 'cloud', figures: some(6, 8, 3.88) },
    { id: 'metro-3', figures: some(366, 392, 4.52) },
  ],
  specialties: [],
  questions: [{ id: 'speed', text: { zh: '响应速度', en: 'Speed' }, figures: some(40, 51, 4.1) }],
  months: [
    { first: '2026-07-01', services: { met: 120, of: 130 }, surveys: { met: 15, of: 17 } },
    { first: '2026-08-01', services: { met: 122, of: 134 }, surveys: { met: 14, of: 17 } },
    { first: '2026-09-01', services: { met: 130, of: 136 }, surveys: { met: 16, of: 17 } },
  ],
  comments: [
    { score: 1, number: 'IN-2026-0107-C1', text: '等了一整天没有人来。' },
    { score: 2, number: 'IN-2026-0131-C1', text: '同样的问题第三次出现。' },
  ],
};

export const answers = {
  write: { conclusion: '总体满意，环比上升。', problems: '政务云响应偏慢。', measures: '增加一名夜班工程师。' },
  submit: {},
  approve: {},
  sendBack: { reason: '请补充政务云的改进期限' },
  reckon: { figures },
} as const;

export const states = ['drafted', 'submitted', 'approved'] as const;
export type StateName = (typeof states)[number];

/** The report of the third quarter, brought to a state by its moves: Li Na writes it, Zhou Min approves it. */
export function reportIn(desk: PureEngine, state: StateName): Report {
  const empty = desk.create(satisfactionReport, 'system', { period: 'quarter 2026-Q3' }, 'SA-2026-0001');
  const drafted = made(desk, made(desk, empty, 'system', 'reckon', answers.reckon), 'li-na', 'write', answers.write);
  if (state === 'drafted') return drafted;
  const submitted = made(desk, drafted, 'li-na', 'submit', answers.submit);
  return state === 'submitted' ? submitted : made(desk, submitted, 'zhou-min', 'approve', answers.approve);
}

/** The report after a move that must be taken. */
export function made(desk: PureEngine, record: Report, by: string, move: string, said: unknown): Report {
  const verdict = desk.ask(satisfactionReport, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(`${by} ${move}: ${JSON.stringify(verdict)}`);
  return verdict.record;
}
