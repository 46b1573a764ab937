import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { sampleOrg } from '../org/sample.ts';
import { type FeishuStandIn, startFeishuStandIn } from '../stand-ins/feishu/start-feishu-stand-in.ts';
import { type SlackStandIn, startSlack } from '../stand-ins/slack/start-slack.ts';
import type { StandInUser } from '../stand-ins/slack/world.ts';
import { runQmbot } from './command-line.ts';

const LONG = 120_000;
const clock = { now: () => new Date() };
const keys = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'app-secret-of-the-tests',
  encryptKey: 'encrypt-key-of-the-tests',
  verificationToken: 'verification-token-of-the-tests',
};

let folder: string;
let slack: SlackStandIn | undefined;
let feishu: FeishuStandIn | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qmbot-link-'));
});

afterEach(async () => {
  await slack?.close();
  await feishu?.close();
  slack = undefined;
  feishu = undefined;
  await rm(folder, { recursive: true });
});

const slackSettings = ({ botToken, signingSecret, apiUrl }: SlackStandIn) => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: apiUrl,
});

/** The sample with so many more people, put into the database. */
async function seed(more = 0, change: (id: string) => object = () => ({})): Promise<void> {
  const sample = sampleOrg();
  const others = Array.from({ length: more }, (_, index) => ({
    id: `p${index}`,
    name: `员工${index}`,
    department: 'omd',
    email: `p${index}@example.com`,
  }));
  const people = sample.people.map(({ identities: _here, ...person }) => ({ ...person, ...change(person.id) }));
  const file = join(folder, 'org.yaml');
  await writeFile(file, stringify({ ...sample, people: [...people, ...others], channels: [], projects: [] }));
  expect(await run({}, 'org', 'import', file, '--apply')).toMatchObject({ code: 0, err: '' });
}

const run = (settings: Readonly<Record<string, string>>, ...args: string[]) =>
  runQmbot(args, join(folder, 'data'), settings);

test('300 people on Slack are found page by page, through a rate limit, and linked only when told to', {
  timeout: LONG,
}, async () => {
  await seed(285);
  const everybody: StandInUser[] = Array.from({ length: 285 }, (_, index) => ({
    id: `U0P${index}`,
    name: `p${index}`,
    email: `p${index}@example.com`,
  }));
  slack = await startSlack({ clock, users: everybody, channels: [] });
  slack.failNext('users.list', { kind: 'rateLimited', retryAfter: 1 });
  const shown = await run(slackSettings(slack), 'org', 'link');
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.out).toContain('slack T0001: 0 linked already, 285 found, 15 not found');
  expect(slack.calls.filter(({ method }) => method === 'users.list')).toHaveLength(3);
  expect((await run(slackSettings(slack), 'org', 'link', '--apply')).out).toContain('285 found');
  expect((await run(slackSettings(slack), 'org', 'link')).out).toContain('285 linked already, 0 found');
});

test('who has no account is told with the reason; guests and outsiders are never linked', {
  timeout: LONG,
}, async () => {
  await seed(0, (id) =>
    id === 'ma-li' ? { email: undefined } : id === 'lin-feng' ? { email: 'lin.feng@elsewhere.example' } : {},
  );
  slack = await startSlack({
    clock,
    channels: [],
    users: [
      { id: 'U0LINA', name: 'li-na', email: 'li.na@example.com' },
      { id: 'U0GUEST', name: 'xu-fang', email: 'xu.fang@example.com', flags: { is_restricted: true } },
      { id: 'U0OUT', name: 'wu-qiang', email: 'wu.qiang@example.com', team_id: 'T0OTHER' },
    ],
  });
  const { out } = await run(slackSettings(slack), 'org', 'link', '--apply');
  expect(out).toContain('+ li-na Li Na → U0LINA (by e-mail)');
  expect(out).toContain('- xu-fang Xu Fang: a guest account');
  expect(out).toContain('- wu-qiang Wu Qiang: an external account');
  expect(out).toContain('- ma-li Ma Li: no e-mail in the organisation');
  expect(out).toContain('- lin-feng Lin Feng: the e-mail lies in no allowed domain');
  expect(out).toContain('- huang-tao Huang Tao: the platform does not know this e-mail');
});

test('Feishu finds by e-mail and by mobile; who has left or is ambiguous is told so', { timeout: LONG }, async () => {
  const mobiles: Readonly<Record<string, string>> = {
    'liu-yang': '13800000001',
    'xu-fang': '13800000002',
    'ma-li': '13800000003',
  };
  await seed(0, (id) => (mobiles[id] ? { mobile: mobiles[id] } : {}));
  feishu = await startFeishuStandIn({ ...keys, clock, tenantKey: 'our-tenant' });
  const { world } = feishu;
  world.addPerson({ openId: 'ou_lina', name: '李娜', email: 'li.na@example.com' });
  world.addPerson({ openId: 'ou_liu', name: '刘洋', mobile: '+8613800000001' });
  world.addPerson({ openId: 'ou_ma1', name: '马丽', email: 'ma.li@example.com' });
  world.addPerson({ openId: 'ou_ma2', name: '马丽', mobile: '+8613800000003' });
  world.addPerson({ openId: 'ou_gone', name: '黄涛', email: 'huang.tao@example.com', resigned: true });
  world.addPerson({ openId: 'ou_other', name: '唐薇', email: 'tang.wei@example.com', tenantKey: 'another' });
  const settings = { FEISHU_APP_ID: keys.appId, FEISHU_APP_SECRET: keys.appSecret, FEISHU_DOMAIN: feishu.url };
  const { out, code } = await run(settings, 'org', 'link', '--apply', '--language', 'zh-CN');
  expect(code).toBe(0);
  expect(out).toContain('+ li-na 李娜 → ou_lina（按邮箱）');
  expect(out).toContain('+ liu-yang 刘洋 → ou_liu（按手机号）');
  expect(out).toContain('- ma-li 马丽：对应到不止一个账号');
  expect(out).toContain('- huang-tao 黄涛：账号已停用');
  expect(out).toContain('- tang-wei 唐薇：平台上没有这个邮箱');
  expect(feishu.calls.filter((call) => call.includes('batch_get_id'))).toHaveLength(1);
});

test('without a platform there is nowhere to look', { timeout: LONG }, async () => {
  expect(await run({}, 'org', 'link')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Neither Slack nor Feishu'),
  });
});
