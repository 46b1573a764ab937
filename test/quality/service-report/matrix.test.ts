import { serviceReport } from '../../../src/quality/service-report/service-report.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { openReportDesk, reportIn, saidFor, states } from './report-in.ts';

describeMatrix({
  noun: 'a service report',
  type: serviceReport,
  page: new URL('./matrix.txt', import.meta.url),
  parts: {
    SD: 'xu-fang',
    Enb: 'wu-qiang',
    Fst: 'huang-tao',
    Led: 'liu-yang',
    Mgr: 'wang-lei',
    Qed: 'chen-jing',
    Hed: 'zheng-kai',
    Sys: 'system',
  },
  states,
  openDesk: openReportDesk,
  recordIn: reportIn,
  answer: (move, desk, record) => saidFor(desk, record, move),
});
