import type {
  ConsoleChannel,
  ConsoleCommand,
  ConsolePerson,
  LocalName,
} from '../../../adapters/console/people/directory.ts';

const both = (zh: string, en: string): LocalName => ({ 'zh-CN': zh, en });

const quality = both('质量效能部', 'Quality');
const operations = both('运维管理部', 'Operations');

/** A small company: enough people to show a list, two of whom speak Chinese and one English. */
export const people: readonly ConsolePerson[] = [
  {
    userId: 'li-na',
    name: both('李娜', 'Li Na'),
    title: both('质量效能部经理', 'Quality manager'),
    department: quality,
    locale: 'zh-CN',
  },
  {
    userId: 'zhou-min',
    name: both('周敏', 'Zhou Min'),
    title: both('质量工程师、内审员', 'Quality engineer, auditor'),
    department: quality,
    locale: 'zh-CN',
  },
  {
    userId: 'zhang-wei',
    name: both('张伟', 'Zhang Wei'),
    title: both('运维管理部经理', 'Operations manager'),
    department: operations,
    locale: 'zh-CN',
  },
  {
    userId: 'tom',
    name: both('汤姆', 'Tom Becker'),
    title: both('检修员', 'Field engineer'),
    department: operations,
    locale: 'en',
  },
  {
    userId: 'wang-fang',
    name: both('王芳', 'Wang Fang'),
    title: both('服务台专员', 'Service-desk agent'),
    department: operations,
    locale: 'zh-CN',
  },
];

export const channels: readonly ConsoleChannel[] = [
  {
    id: 'quality',
    name: both('质量管理', 'quality'),
    purpose: both('不符合项、审核与改进的通知', 'Findings, audits and improvements'),
  },
  {
    id: 'operations',
    name: both('运维管理', 'operations'),
    purpose: both('运维管理部的事项', 'Matters of the operations department'),
  },
];

export const commands: readonly ConsoleCommand[] = [
  { command: '/finding new', label: both('报告不符合', 'Report a finding') },
  { command: '/finding list', label: both('发现项列表', 'List findings') },
  { command: '/finding show', label: both('查看发现项', 'Show a finding'), takesText: true },
  { command: '/qm mine', label: both('我的待办', 'My tasks') },
  { command: '/qm help', label: both('帮助', 'Help') },
];
