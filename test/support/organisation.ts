import type { z } from 'zod';
import { orgSchema } from '../../src/org/org-schema.ts';
import { createOrganisation, type Organisation } from '../../src/org/organisation.ts';

type OrgInput = z.input<typeof orgSchema>;

/** Everyone speaks Chinese except Emily, and has an identity on the console except those listed here. */
const silent = new Set(['qian-li']);

const people: readonly (readonly [id: string, zh: string, en: string, department: string, roles?: string])[] = [
  ['zhao-guohua', '赵国华', 'Zhao Guohua', 'top', 'top'],
  ['zhou-min', '周敏', 'Zhou Min', 'top', 'mr'],
  ['li-na', '李娜', 'Li Na', 'qed', 'qedManager qed'],
  ['chen-jing', '陈静', 'Chen Jing', 'qed', 'qed'],
  ['sun-yue', '孙悦', 'Sun Yue', 'qed', 'qed auditor'],
  ['he-min', '何敏', 'He Min', 'qed', 'qed auditor'],
  ['he-wei', '何伟', 'He Wei', 'hr', 'leadAuditor auditor'],
  ['tang-wei', '唐薇', 'Tang Wei', 'hr', 'auditor'],
  ['ma-li', '马丽', 'Ma Li', 'hr'],
  ['wang-lei', '王磊', 'Wang Lei', 'omd', 'omdManager'],
  ['liu-yang', '刘洋', 'Liu Yang', 'omd', 'pl'],
  ['xu-fang', '徐芳', 'Xu Fang', 'omd', 'sd'],
  ['huang-tao', '黄涛', 'Huang Tao', 'omd', 'eng'],
  ['song-jie', '宋洁', 'Song Jie', 'omd', 'leadAuditor auditor'],
  ['zheng-kai', '郑凯', 'Zheng Kai', 'rd'],
  ['wu-qiang', '吴强', 'Wu Qiang', 'rd'],
  ['du-juan', '杜鹃', 'Du Juan', 'rd'],
  ['qian-li', '钱力', 'Qian Li', 'rd'],
];

const plainPeople = people.map(([id, zh, en, department, roles = '']) => ({
  id,
  name: { zh, en },
  department,
  roles: roles.split(' ').filter((role) => role !== ''),
  identities: silent.has(id) ? {} : { console: id },
}));

const departments = [
  { id: 'top', kind: 'TOP', name: { zh: '公司高层', en: 'Top management' }, head: 'zhao-guohua' },
  { id: 'qed', kind: 'QED', name: { zh: '质量效能部', en: 'Quality' }, head: 'li-na' },
  { id: 'omd', kind: 'OMD', name: { zh: '运维管理部', en: 'Operations' }, head: 'wang-lei' },
  { id: 'hr', kind: 'HR', name: { zh: '人力资源部', en: 'Human resources' }, head: 'ma-li' },
  { id: 'rd', kind: 'RD', name: { zh: '研发部', en: 'Research and development' }, head: 'zheng-kai' },
] as const;

/**
 * A company for tests: heads, four of QED with their manager, MR, TOP, a lead auditor in each of two departments, auditors, a
 * head and a QED manager who are away this November, a person who has left, and Emily, who speaks English.
 */
const company = {
  company: { zh: '测试运维公司', en: 'Test Operations' },
  sites: [{ id: 'main', name: { zh: '总部', en: 'Head office' } }],
  departments: [...departments],
  people: [
    ...plainPeople,
    { id: 'emily', name: 'Emily Carter', department: 'rd', language: 'en', identities: { console: 'emily' } },
    {
      id: 'fang-lei',
      name: { zh: '方磊', en: 'Fang Lei' },
      department: 'omd',
      roles: ['qed'],
      active: false,
      identities: { console: 'fang-lei' },
    },
  ],
  channels: [
    { id: 'quality', platform: 'console', channel: 'quality', departments: 'all' },
    { id: 'operations', platform: 'console', channel: 'operations', language: 'en', departments: ['omd'] },
    { id: 'digest', platform: 'console', channel: 'digest', departments: 'all', purposes: ['digest'] },
  ],
  deputies: [
    { person: 'wang-lei', deputy: 'huang-tao', from: '2026-11-01', to: '2026-11-30' },
    { person: 'li-na', deputy: 'du-juan', from: '2026-11-01', to: '2026-11-30' },
    { person: 'zhou-min', deputy: 'ma-li', from: '2026-12-01', to: '2026-12-31' },
  ],
};

/** The organization that most tests use; `changes` replace whole parts of it. Its today is Monday, 23 November 2026. */
export function testOrganisation(changes: Partial<OrgInput> = {}): Organisation {
  return createOrganisation(orgSchema.parse({ ...company, ...changes }));
}

/** Ten in the morning on a Monday in Shanghai. */
export const MONDAY = new Date('2026-11-23T02:00:00Z');
