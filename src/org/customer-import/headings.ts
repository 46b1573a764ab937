import type { Headings } from '../people-file/find-columns.ts';
import type { Settings } from '../settings.ts';

const customerFields = [
  'customerId',
  'customer',
  'customerEn',
  'level',
  'contact',
  'contactEn',
  'title',
  'phone',
  'email',
  'language',
  'callingHours',
  'preferred',
] as const;
export type CustomerField = (typeof customerFields)[number];

/** A list of customers: a line for each contact, or a single one for a customer without contacts. */
export const customerHeadings: Headings<CustomerField> = {
  customerId: ['客户编号', '客户编码', 'customer id', 'customer number', 'customer no'],
  customer: ['客户名称', '客户', '单位名称', 'customer', 'customer name', 'company', 'account'],
  customerEn: ['客户英文名', '客户英文名称', 'customer in english', 'english name'],
  level: ['客户级别', '客户等级', '级别', '客户类别', 'level', 'customer level', 'tier'],
  contact: ['联系人', '联系人姓名', '姓名', 'contact', 'contact name', 'name'],
  contactEn: ['联系人英文名', 'contact in english'],
  title: ['职务', '岗位', '职位', 'title', 'job title', 'position'],
  phone: ['联系电话', '电话', '手机', '手机号', '手机号码', 'phone', 'mobile', 'telephone', 'phone number'],
  email: ['邮箱', '电子邮箱', '电子邮件', 'email', 'email address'],
  language: ['语言', 'language'],
  callingHours: ['可联系时间', '可联系时段', '回访时间', '回访时段', 'calling hours', 'call between'],
  preferred: ['方便时间', '偏好时间', '联系偏好', 'preferred time', 'preference'],
};

const projectFields = [
  'projectId',
  'project',
  'projectEn',
  'customer',
  'department',
  'specialty',
  'specialtyLead',
  'lead',
  'start',
  'contractNumber',
  'contractFrom',
  'contractTo',
  'calendar',
  'goal',
  'contacts',
] as const;
/** `response.p1` and `resolution.p1` hold the targets of a priority of the settings. */
export type ProjectField = (typeof projectFields)[number] | `response.${string}` | `resolution.${string}`;

const usual: Headings<(typeof projectFields)[number]> = {
  projectId: ['项目编号', '项目编码', 'project id', 'project number', 'project no'],
  project: ['项目名称', '项目', 'project', 'project name'],
  projectEn: ['项目英文名', '项目英文名称', 'project in english'],
  customer: ['客户', '客户名称', '客户编号', 'customer', 'customer name', 'customer id'],
  department: ['部门', '负责部门', '所属部门', 'department'],
  specialty: ['专业', '专业名称', 'specialty', 'speciality'],
  specialtyLead: ['专业负责人', 'specialty lead', 'speciality lead'],
  lead: ['项目负责人', '负责人', '项目经理', 'lead', 'project lead', 'project manager'],
  start: ['开始日期', '启动日期', '开始时间', 'start', 'start date', 'started'],
  contractNumber: ['合同编号', '合同号', 'contract', 'contract number', 'contract no'],
  contractFrom: ['合同开始日期', '合同开始', '合同起始日期', 'contract from', 'contract start'],
  contractTo: ['合同结束日期', '合同结束', '合同到期日', '合同终止日期', 'contract to', 'contract end'],
  calendar: ['服务时间', '服务时段', 'sla calendar', 'service hours', 'calendar'],
  goal: ['达成率目标', 'sla目标', '达成率', 'goal', 'attainment goal', 'sla goal'],
  contacts: ['项目联系人', '联系人', 'contacts', 'contact'],
};

/** A list of projects: a line for each specialty, or a single one for a project without specialties. */
export function projectHeadings({ priorities }: Pick<Settings, 'priorities'>): Headings<ProjectField> {
  const targets = priorities.flatMap(({ id, name }) =>
    (['response', 'resolution'] as const).map((kind): [ProjectField, string[]] => {
      const zh = kind === 'response' ? '响应' : '解决';
      const called = [id, name.zh, name.en];
      return [`${kind}.${id}`, called.flatMap((each) => [`${each}${zh}`, `${each}${zh}时间`, `${each} ${kind}`])];
    }),
  );
  return { ...usual, ...Object.fromEntries(targets) };
}
