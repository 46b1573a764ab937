import { Pool } from 'undici';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { html } from '../../src/html.ts';
import type { PageForm, PageHandler } from '../../src/pages/page-handler.ts';
import { openPages } from './open-pages.ts';

const taken: PageForm[] = [];
const handler: PageHandler = {
  purpose: 'test',
  languageOf: async () => 'zh-CN',
  whomToAsk: async (_link, locale) => (locale === 'en' ? 'Ask Chen Jing.' : '请联系陈静。'),
  show: async ({ locale, path, link }) => ({
    title: link.number,
    body: html`<form method="post" action="${path}" data-keep="open"><p>${locale}</p></form>`,
  }),
  async take(_visit, form) {
    if (form.breaks) throw new Error('secret text of a customer');
    if (form.said === undefined) return { title: 'again', body: html`<p>again</p>`, status: 422 };
    taken.push(form);
    return 'done';
  },
  file: async (_visit, name) =>
    name === 'copy' ? { name: '副本.html', type: 'text/html; charset=utf-8', shown: false, content: '<p>copy' } : null,
};

type Opened = Awaited<ReturnType<typeof openPages>>;
let pages: Opened;
const more: Opened[] = [];

beforeAll(async () => {
  pages = await openPages(handler, { perMinute: 10_000 });
});
afterAll(async () => {
  await pages.stop();
});
afterEach(async () => {
  for (const one of more.splice(0)) await one.stop();
  pages.at('2026-11-23T02:00:00Z');
});

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

test('shows the page in the language of whom it is for, or in that which was asked for', async () => {
  const url = await pages.link();
  expect(await (await fetch(url)).text()).toContain('<p>zh-CN</p>');
  const inEnglish = await (await fetch(`${url}?lang=en`)).text();
  expect(inEnglish).toContain('<html lang="en">');
  expect(await (await fetch(`${url}?lang=xx"><script>`)).text()).toContain('<p>zh-CN</p>');
});

test('sends every page with a policy that lets nothing in, for no cache and no search engine', async () => {
  const url = await pages.link();
  for (const address of [url, `${pages.url}/c/guess`, `${url}/copy`]) {
    const { headers } = await fetch(address);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
  }
});

test('answers anything that was never a link with the same page, no matter what it looks like', async () => {
  const url = await pages.link();
  const guesses = ['/c/x', '/c/', '/c/a/b/c', `/c/${'x'.repeat(500)}`, `/c/${'A'.repeat(16)}.${'B'.repeat(22)}`];
  const tampered = url.replace(/.{3}$/, (end) => (end === 'AAA' ? 'BBB' : 'AAA')).slice(pages.url.length);
  const answers = await Promise.all([...guesses, tampered].map((path) => fetch(pages.url + path)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(bodies).size).toBe(1);
  expect(bodies[0]).toContain('没有找到这个页面');
  expect(bodies[0]).toContain('Page not found');
});

test('says of a link whose time is over, or that was withdrawn, whom to ask, in both languages, and takes nothing', async () => {
  const url = await pages.link({ key: 'expires' });
  pages.at('2026-12-07T02:00:00Z');
  const expired = await fetch(url);
  expect(expired.status).toBe(410);
  const text = await expired.text();
  expect(text).toContain('链接已过期');
  expect(text).toContain('请联系陈静。');
  expect(text).toContain('Ask Chen Jing.');
  expect((await post(url, 'said=late')).status).toBe(410);
  pages.at('2026-11-23T02:00:00Z');
  const other = await pages.link({ key: 'withdrawn', number: 'SR-2026-0002' });
  await pages.links.withdraw('SR-2026-0002', 'test');
  expect(await (await fetch(other)).text()).toContain('链接已停用');
  expect((await post(other, 'said=x')).status).toBe(410);
  expect(taken).toEqual([]);
});

test('takes a form in, cleaned, and leads back to the page; what is wrong comes back as a page', async () => {
  const url = await pages.link();
  const answer = await post(url, `said=${encodeURIComponent('好\u202e\u0000')}&said=second&__proto__=x`);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(new URL(url).pathname);
  expect(taken).toEqual([Object.assign(Object.create(null), { said: '好', ['__proto__']: 'x' })]);
  expect((await post(url, 'other=1')).status).toBe(422);
});

test('refuses twenty megabytes, and what is no form, with a page that says so', async () => {
  const url = await pages.link();
  const large = await post(url, `said=${'x'.repeat(20 * 1024 * 1024)}`);
  expect(large.status).toBe(413);
  expect(await large.text()).toContain('内容太大');
  const strange = await post(url, '{"said":1}', { 'content-type': 'application/json' });
  expect(strange.status).toBe(400);
  expect(await strange.text()).toContain('没有收到');
});

test('says nothing of what broke on our side, on the page or in the log', async () => {
  const answer = await post(await pages.link(), 'breaks=1');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret text');
  expect(pages.logged.join('')).not.toContain('secret text');
});

test('logs no token', async () => {
  const url = await pages.link();
  await fetch(url);
  expect(pages.logged.some((line) => line.includes('"/c/:token"'))).toBe(true);
  expect(pages.logged.join('')).not.toContain(url.split('/c/')[1]);
});

test('gives a file beside the page to be saved', async () => {
  const answer = await fetch(`${await pages.link()}/copy`);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  expect(await answer.text()).toBe('<p>copy');
  expect((await fetch(`${await pages.link()}/other`)).status).toBe(404);
});

test('stays under sixty kilobytes with its style and its script', async () => {
  const page = await (await fetch(await pages.link())).text();
  const assets = [...page.matchAll(/(?:href|src)="(\/c-assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(assets).toHaveLength(2);
  const sizes = await Promise.all(assets.map(async (path) => (await (await fetch(pages.url + path)).text()).length));
  expect(page.length + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
});

test('refuses a thousand requests at once from one address, while other addresses are served', async () => {
  const limited = await openPages(handler, { perMinute: 50, trustProxy: '127.0.0.1' });
  more.push(limited);
  const url = await limited.link();
  const pool = new Pool(limited.url, { connections: 100 });
  const from = async (address: string) => {
    const headers = { 'x-forwarded-for': address };
    const { statusCode: status, body } = await pool.request({ method: 'GET', path: new URL(url).pathname, headers });
    return { status, text: await body.text() };
  };
  const flood = Array.from({ length: 1000 }, () => from('203.0.113.7'));
  const others = await Promise.all(Array.from({ length: 20 }, (_one, at) => from(`198.51.100.${at}`)));
  expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
  const answers = await Promise.all(flood);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(950);
  expect(refused[0]?.text).toContain('请稍候');
  await pool.close();
});

test('believes no address that a visitor claims, unless a proxy is trusted', async () => {
  const limited = await openPages(handler, { perMinute: 2 });
  more.push(limited);
  const url = await limited.link();
  const statuses: number[] = [];
  for (let at = 0; at < 3; at++) {
    statuses.push((await fetch(url, { headers: { 'x-forwarded-for': `198.51.100.${at}` } })).status);
  }
  expect(statuses).toEqual([200, 200, 429]);
});
