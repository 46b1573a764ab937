import { expect, test } from 'vitest';
import { readCustomerFile } from '../../../src/org/customer-import/read-customer-file.ts';
import { findProblems } from '../../../src/org/find-problems.ts';
import { readCsv } from '../../../src/org/people-file/read-csv.ts';
import { sampleOrg } from '../sample.ts';

const HEADINGS =
  '项目名称,客户,负责人,专业,专业负责人,开始日期,合同开始日期,合同结束日期,服务时间,达成率目标,P1响应,P1解决,联系人';

const read = (lines: readonly string[], org = sampleOrg()) =>
  readCustomerFile('projects', readCsv(Buffer.from([HEADINGS, ...lines].join('\n'))), new Map(), org);

test('a new project comes with its specialties, contract, SLA and contacts', () => {
  const { data, problems } = read([
    '地铁一号线运维,滨海地铁集团,刘洋,网络,,2026/3/1,2026-03-01,2029-02-28,7x24,98%,10m,2小时,钱明、孙丽',
    '地铁一号线运维,,,供电,wu-qiang,,,,,,,,',
  ]);
  expect(problems).toEqual([]);
  expect(data.projects.at(-1)).toEqual({
    id: 'project-1',
    name: { zh: '地铁一号线运维', en: '地铁一号线运维' },
    customer: 'metro',
    lead: 'liu-yang',
    specialties: [
      { id: 'specialty-1', name: { zh: '网络', en: '网络' }, lead: 'liu-yang' },
      { id: 'specialty-2', name: { zh: '供电', en: '供电' }, lead: 'wu-qiang' },
    ],
    start: '2026-03-01',
    contract: { from: '2026-03-01', to: '2029-02-28' },
    sla: { calendar: '7x24', targets: { p1: { response: 10, resolution: 120 } }, goal: 98 },
    contacts: ['qian-ming', 'sun-li'],
    active: true,
  });
  expect(findProblems(data, 'en')).toEqual([]);
});

test('read a second time, a list changes nothing more', () => {
  const lines = ['地铁一号线运维,滨海地铁集团,刘洋,网络,,,,,工作时间,0.9,,,', '地铁三号线运维,,,网络,吴强,,,,,,,,'];
  const once = read(lines).data;
  expect(once.projects.at(-1)?.sla).toMatchObject({ calendar: 'working', goal: 90 });
  expect(once.projects[0]?.specialties[0]).toMatchObject({ id: 'network', lead: 'wu-qiang' });
  expect(read(lines, once).data).toEqual(once);
});

test('a project given to another customer keeps none of the contacts of the first', () => {
  const { data, problems } = read(['地铁三号线运维,滨海市大数据中心,,,,,,,,,,,高军']);
  expect(problems).toEqual([]);
  expect(data.projects[0]).toMatchObject({ customer: 'city-office', contacts: ['gao-jun'] });
  expect(findProblems(data, 'en')).toEqual([]);
});

test('each bad line is told with its column, and the others are read', () => {
  const { data, problems } = read([
    ',滨海地铁集团,刘洋,,,,,,,,,,',
    '甲,云岭茶业,刘洋,,,,,,,,,,',
    '乙,,,,,,,,,,,,',
    '丙,,没有此人,,,,,,,,,,',
    '丁,,刘洋,,,2026-02-30,2026-05-01,2026-04-01,有空时,130,马上,,无名氏',
    '戊,,刘洋,,,,,,,,,,',
  ]);
  expect(problems.map(({ line, column, key }) => `${line} ${column} ${key}`)).toEqual([
    '2 项目名称 served.line.noProjectName',
    '3 客户 served.line.noCustomer',
    '4 负责人 served.line.noLead',
    '5 负责人 served.line.noPerson',
    '6 开始日期 served.line.badDay',
    '6 合同结束日期 served.line.contractOrder',
    '6 P1响应 served.line.badTime',
    '6 服务时间 served.line.badCalendar',
    '6 达成率目标 served.line.badGoal',
    '6 联系人 served.line.noContact',
  ]);
  expect(data.projects.map(({ name }) => name.zh)).toEqual(['地铁三号线运维', '政务云运维', '戊']);
});
