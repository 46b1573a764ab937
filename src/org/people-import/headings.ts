/** What a column of a people file can hold. */
export const fields = [
  'number',
  'name',
  'nameEn',
  'givenName',
  'familyName',
  'department',
  'email',
  'mobile',
  'title',
  'status',
] as const;
export type PeopleField = (typeof fields)[number];

/** What the columns of HR exports are usually called, the likeliest first. Compared without spaces, signs and brackets. */
export const headings: Readonly<Record<PeopleField, readonly string[]>> = {
  number: [
    '工号',
    '员工工号',
    '员工编号',
    '人员编号',
    '职工号',
    '员工号',
    '人员编码',
    '编号',
    'employee number',
    'employee no',
    'employee id',
    'staff number',
    'staff no',
    'staff id',
    'personnel number',
    'emp no',
    'emp id',
    'id',
  ],
  name: [
    '姓名',
    '员工姓名',
    '中文姓名',
    '中文名',
    '人员姓名',
    '名字',
    'name',
    'full name',
    'employee name',
    'display name',
  ],
  nameEn: ['英文名', '英文姓名', '姓名拼音', '拼音', 'english name', 'name in english'],
  givenName: ['first name', 'given name', 'forename'],
  familyName: ['last name', 'family name', 'surname'],
  department: [
    '部门',
    '部门名称',
    '所属部门',
    '所在部门',
    '部门全称',
    '组织',
    '所属组织',
    'department',
    'department name',
    'dept',
    'org unit',
    'organisation unit',
    'organizational unit',
  ],
  email: [
    '邮箱',
    '企业邮箱',
    '公司邮箱',
    '工作邮箱',
    '电子邮箱',
    '电子邮件',
    '邮箱地址',
    '邮件',
    'email',
    'work email',
    'company email',
    'email address',
    'mail',
  ],
  mobile: [
    '手机',
    '手机号',
    '手机号码',
    '移动电话',
    '联系电话',
    '电话',
    'mobile',
    'mobile phone',
    'mobile number',
    'cell phone',
    'cell',
    'phone',
    'phone number',
  ],
  title: ['职务', '岗位', '职位', '岗位名称', '职务名称', 'job title', 'title', 'position', 'role'],
  status: ['员工状态', '在职状态', '人员状态', '状态', '用工状态', 'status', 'employment status', 'employee status'],
};

/** A heading as it is compared: in lower case, without what stands in brackets, spaces and signs. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|（.*?）/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
