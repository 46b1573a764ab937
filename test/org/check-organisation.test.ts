import { expect, test } from 'vitest';
import { checkOrganisation } from '../../src/org/check-organisation.ts';
import { describeWarning } from '../../src/org/describe-warning.ts';
import type { OrgData } from '../../src/org/org-schema.ts';
import { createOrganisation } from '../../src/org/organisation.ts';
import { sampleOrg, withPerson } from './sample.ts';

/** The warnings as sentences. */
function warningsOf(data: OrgData, locale: 'en' | 'zh-CN' = 'en'): string[] {
  const org = createOrganisation(data);
  return checkOrganisation(org).map((warning) => describeWarning(warning, org, locale));
}

test('in the sample only the management representative can stand in their own way', () => {
  expect(warningsOf(sampleOrg())).toEqual([
    'Top management: where Zhou Min writes the report, nobody is left to review a major nonconformity as management representative; by the approval chain it falls to the quality manager, Li Na.',
  ]);
  expect(warningsOf(sampleOrg(), 'zh-CN')).toEqual([
    '公司高层：如由周敏编写报告，回避后无人可以管理者代表身份复审严重不符合项；按审批链由质量效能部经理李娜决定。',
  ]);
});

test('a single quality officer cannot decide on a report of the quality department that is their own', () => {
  const alone = withPerson(sampleOrg(), 'chen-jing', { roles: ['auditor'] });
  const seats = checkOrganisation(createOrganisation(alone)).filter(({ departmentId }) => departmentId === 'qed');
  const decider = { role: 'mr', personIds: ['zhou-min'] };
  expect(seats).toEqual([
    { seat: 'approve', departmentId: 'qed', authorId: 'li-na', decider },
    { seat: 'verify', departmentId: 'qed', authorId: 'li-na', decider },
  ]);
});

test('the only lead auditor does not decide on findings about their own department, no matter who writes the report', () => {
  const one = withPerson(sampleOrg(), 'zheng-kai', { roles: ['admin'] });
  expect(checkOrganisation(createOrganisation(one))).toContainEqual({
    seat: 'approveAudit',
    departmentId: 'qed',
    authorId: null,
    decider: { role: 'qedManager', personIds: ['li-na'] },
  });
});

test('a management representative who heads a department is followed by the next of the chain', () => {
  const data = withPerson(withPerson(sampleOrg(), 'zhou-min', { roles: [] }), 'wang-lei', {
    roles: ['mr', 'qedManager'],
  });
  const swapped = withPerson(data, 'li-na', { roles: ['qed'] });
  expect(checkOrganisation(createOrganisation(swapped))).toEqual([
    {
      seat: 'mrReview',
      departmentId: 'omd',
      authorId: 'wang-lei',
      decider: { role: 'top', personIds: ['zhao-guohua'] },
    },
  ]);
});

test('a role that nobody holds is told once, not for each department', () => {
  const data = withPerson(withPerson(sampleOrg(), 'zheng-kai', { roles: [] }), 'he-wei', { roles: ['auditor'] });
  const vacant = checkOrganisation(createOrganisation(data)).filter(({ seat }) => seat === 'approveAudit');
  expect(vacant).toEqual([
    { seat: 'approveAudit', departmentId: null, authorId: null, decider: { role: 'qedManager', personIds: ['li-na'] } },
  ]);
});

test('if even the chain ends in the author, the warning asks for another approver', () => {
  const data = sampleOrg();
  const chain: OrgData = { ...data, settings: { ...data.settings, approvalChain: ['mr'] } };
  expect(warningsOf(chain).at(0)).toContain('the approval chain has nobody else: give someone the role.');
});
