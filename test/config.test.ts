import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, describeSettings, readConfig } from '../src/config/config.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'f00' };
const feishu = { FEISHU_APP_ID: 'cli_0123456789abcDEF', FEISHU_APP_SECRET: 's3cret' };

/** What is wrong with an environment, as `[setting, remedy]`, and the message. */
function problemsOf(env: Record<string, string>) {
  try {
    readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { settings: error.problems.map(({ setting }) => setting), message: error.message };
  }
  return { settings: [], message: '' };
}

test('without any setting it is the console on this machine, with the embedded database and the sample organisation', () => {
  expect(readConfig({ PATH: '/usr/bin' })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: undefined,
    trustProxy: undefined,
    proxied: false,
    logLevel: 'info',
    console: true,
    mongodbUri: undefined,
    dataDir: './data',
    orgFile: './org.sample.yaml',
    slack: undefined,
    feishu: undefined,
  });
});

test('blank settings, as an .env file has them, count as not set', () => {
  expect(readConfig({ PORT: ' ', SLACK_BOT_TOKEN: '', FEISHU_MODE: '' })).toEqual(readConfig({}));
});

test('Slack with a signing secret takes events over HTTP; with an app token, over Socket Mode', () => {
  const apiUrl = 'https://slack.com/api/';
  expect(readConfig(slack)).toMatchObject({
    console: false,
    slack: { mode: 'http', botToken: 'xoxb-1', signingSecret: 'f00', apiUrl },
  });
  expect(readConfig({ ...slack, SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual({
    charts: 'auto',
    mode: 'socket',
    botToken: 'xoxb-1',
    appToken: 'xapp-1',
    apiUrl,
  });
});

test('Feishu takes events over the long connection unless HTTP is asked for', () => {
  expect(readConfig(feishu).feishu).toEqual({
    mode: 'ws',
    appId: 'cli_0123456789abcDEF',
    appSecret: 's3cret',
    domain: 'https://open.feishu.cn',
  });
  const http = { FEISHU_MODE: 'http', FEISHU_ENCRYPT_KEY: 'k', FEISHU_VERIFICATION_TOKEN: 'v' };
  expect(readConfig({ ...feishu, ...http }).feishu).toMatchObject({ mode: 'http', encryptKey: 'k' });
});

test('refuses Feishu over HTTP without an encrypt key, and says how to get out of it', () => {
  const { settings, message } = problemsOf({ ...feishu, FEISHU_MODE: 'http', FEISHU_VERIFICATION_TOKEN: 'v' });
  expect(settings).toEqual(['FEISHU_ENCRYPT_KEY']);
  expect(message).toContain('FEISHU_MODE=ws');
});

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
  [{ SLACK_SIGNING_SECRET: 'f00' }, ['SLACK_BOT_TOKEN']],
  [{ SLACK_API_URL: 'http://127.0.0.1:4000/api' }, ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']],
  [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_SIGNING_SECRET: 'f00' }, ['SLACK_BOT_TOKEN']],
  [{ ...slack, SLACK_APP_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
  [{ FEISHU_APP_ID: feishu.FEISHU_APP_ID }, ['FEISHU_APP_SECRET']],
  [{ FEISHU_MODE: 'ws' }, ['FEISHU_APP_ID', 'FEISHU_APP_SECRET']],
  [{ ...feishu, FEISHU_APP_ID: 'cli_0123456789abcde' }, ['FEISHU_APP_ID']],
  [{ ...feishu, FEISHU_MODE: 'socket' }, ['FEISHU_MODE']],
  [{ PORT: '65536' }, ['PORT']],
  [{ PORT: '3e3' }, ['PORT']],
  [{ HOST: 'http://0.0.0.0' }, ['HOST']],
  [{ PUBLIC_URL: 'qm.example.com' }, ['PUBLIC_URL']],
  [{ TRUST_PROXY: 'true' }, ['TRUST_PROXY']],
  [{ NODE_USE_ENV_PROXY: 'yes' }, ['NODE_USE_ENV_PROXY']],
  [{ TRUST_PROXY: '10.0.0.0/64' }, ['TRUST_PROXY']],
  [{ MONGODB_URI: 'postgres://db' }, ['MONGODB_URI']],
  [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
  [{ CONSOLE: 'yes' }, ['CONSOLE']],
  [{ CONSOLE: '0' }, ['CONSOLE']],
  [{ PORT: 'x', LOG_LEVEL: 'loud', FEISHU_MODE: 'x' }, ['PORT', 'LOG_LEVEL', 'FEISHU_MODE']],
])('%j names what is wrong: %j', (env, expected) => {
  const { settings, message } = problemsOf(env);
  expect(settings).toEqual(expected);
  for (const name of expected) expect(message).toMatch(new RegExp(`^  ${name}: .+\\.$`, 'm'));
});

test.each([
  'https://slack.com.evil.example/api/',
  'https://evilslack.com/api/',
  'http://slack.com/api/',
  'https://slack.com@evil.example/api/',
  'https://slack.com:8443/api/',
  'http://192.168.0.1/api/',
  'http://127.0.0.1.evil.example/',
  'file:///api',
])('never sends the Slack token to %s', (url) => {
  expect(problemsOf({ ...slack, SLACK_API_URL: url }).settings).toEqual(['SLACK_API_URL']);
});

test.each([
  ['https://slack.com/api', 'https://slack.com/api/'],
  ['https://slack-gov.com/api/', 'https://slack-gov.com/api/'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/'],
  ['http://[::1]:4000/api/', 'http://[::1]:4000/api/'],
  ['http://localhost:4000/api', 'http://localhost:4000/api/'],
])('takes %s as an address of Slack', (url, apiUrl) => {
  expect(readConfig({ ...slack, SLACK_API_URL: url }).slack).toMatchObject({ apiUrl });
});

test.each(['https://open.feishu.cn.evil.example', 'http://open.feishu.cn', 'https://feishu.cn', 'http://10.0.0.1:1'])(
  'never sends the Feishu secret to %s',
  (url) => {
    expect(problemsOf({ ...feishu, FEISHU_DOMAIN: url }).settings).toEqual(['FEISHU_DOMAIN']);
  },
);

test('takes Lark and a stand-in on this machine as a Feishu domain', () => {
  const domainOf = (url: string) => readConfig({ ...feishu, FEISHU_DOMAIN: url }).feishu?.domain;
  expect(domainOf('https://open.larksuite.com/')).toBe('https://open.larksuite.com');
  expect(domainOf('http://127.0.0.1:4001')).toBe('http://127.0.0.1:4001');
});

test('the console is not opened to the network unless it is asked for by name', () => {
  expect(problemsOf({ HOST: '0.0.0.0' }).settings).toEqual(['HOST']);
  expect(readConfig({ HOST: '0.0.0.0', CONSOLE: '1' }).console).toBe(true);
  expect(readConfig({ HOST: '0.0.0.0', ...slack }).console).toBe(false);
  expect(readConfig({ ...slack, CONSOLE: '1' }).console).toBe(true);
});

test('no error repeats a value, since it may be a secret', () => {
  const { message } = problemsOf({
    MONGODB_URI: 'mongo://root:hunter2@db',
    SLACK_BOT_TOKEN: 'hunter2',
    FEISHU_APP_SECRET: 'hunter2 hunter2',
    FEISHU_DOMAIN: 'https://hunter2.example',
  });
  expect(message).not.toContain('hunter2');
});

test('.env.example says of every setting what the table says, and nothing else', () => {
  const groups = [...new Set(describeSettings().map(({ group }) => group))];
  const paragraphs = groups.map((group) => {
    const settings = describeSettings().filter((setting) => setting.group === group);
    return [`# --- ${group}`, ...settings.map((s) => `# ${s.meaning}\n#${s.name}=${s.byDefault}`)].join('\n');
  });
  const head = '# Settings of qmbot. Copy this file to .env and take the # from the lines you need.';
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  expect(example).toBe(`${[head, ...paragraphs].join('\n\n')}\n`);
});

test('the defaults in the table are those that hold', () => {
  const written = Object.fromEntries(describeSettings().map((setting) => [setting.name, setting.byDefault]));
  const { FEISHU_MODE, FEISHU_DOMAIN, SLACK_API_URL, ...others } = written;
  expect(readConfig({ ...others })).toEqual(readConfig({}));
  expect(readConfig({ ...feishu, FEISHU_MODE, FEISHU_DOMAIN })).toEqual(readConfig(feishu));
  expect(readConfig({ ...slack, SLACK_API_URL })).toEqual(readConfig(slack));
});
