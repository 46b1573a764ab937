import { expect, onTestFinished, test } from 'vitest';
import { projectSurveyData } from '../../src/quality/project-survey/project-survey-data.ts';
import { surveyInvitationData } from '../../src/quality/survey-invitation/survey-invitation-data.ts';
import { openMailServer } from '../support/mail-server.ts';
import { movedClock } from '../support/moved-clock.ts';
import type { WholeBot } from '../worlds/whole-bot.ts';
import { everywhere } from './everywhere.ts';

const PUBLIC = 'https://qm.example.com';
const ratings = { overall: '5', speed: '5', skill: '4', attitude: '5', result: '4' };

/** A mail server; what it took, by its receiver, with the bodies in plain text. */
async function openMail() {
  const server = await openMailServer();
  onTestFinished(() => server.stop());
  const read = (raw: string) => {
    const [body = ''] = raw.split('Content-Transfer-Encoding: base64\r\n\r\n').slice(1);
    return {
      to: /^To: (.*)$/m.exec(raw)?.[1]?.trim(),
      text: Buffer.from(body.split('\r\n--')[0] ?? '', 'base64').toString(),
    };
  };
  return { mails: () => server.mails.map(read), url: `smtp://127.0.0.1:${server.port}` };
}

/** The page that a link opens, asked of the server itself. */
const pathIn = (text: string) => /https:\/\/qm\.example\.com(\/c\/[\w.-]+)/.exec(text)?.[1] ?? 'no link';

async function send(scene: WholeBot, path: string, answers: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(
    Object.entries(answers).map(([question, value]): [string, string] => [`p0.${question}`, value]),
  );
  return fetch(`${scene.app.url}${path}`, { method: 'POST', body, redirect: 'manual' });
}

async function invitationOf(scene: WholeBot, contactId: string) {
  const record = await scene.app.records.load({ origin: `surveyInvitation:2026-12:${contactId}` });
  if (!record) throw new Error(`nobody invited ${contactId}`);
  return { number: record.number, state: record.state, data: surveyInvitationData.parse(record.data) };
}

const surveyOf = async (scene: WholeBot, number: string) => {
  const record = await scene.app.records.load({ number });
  return { state: record?.state, data: projectSurveyData.parse(record?.data) };
};

test.each(everywhere)(
  'a month is surveyed on %s: by a link in a mail, by a link that is passed on, and by staff',
  { timeout: 60_000 },
  async (_where, open) => {
    const clock = movedClock('2026-12-01T01:30:00Z');
    const { mails, url } = await openMail();
    const settings = { SMTP_URL: url, MAIL_FROM: 'Quality <quality@example.com>', PUBLIC_URL: PUBLIC };
    const { desk, scene } = await open(clock, { settings });
    await scene.app.sweep();
    await scene.settle();
    const lead = 'liu-yang';
    const titles = new Map(
      await Promise.all(
        ['SV-2026-0001', 'SV-2026-0002', 'SV-2026-0003'].map(
          async (number) => [(await surveyOf(scene, number)).data.specialtyId ?? 'cloud', number] as const,
        ),
      ),
    );
    const network = titles.get('network') ?? '';

    await desk.say(lead, '/survey send');
    await desk.press(lead, network, '全部发出（1）');
    await scene.settle();
    expect(mails().map(({ to }) => to)).toEqual(['qian.ming@metro.example']);
    // Who has no address that a letter reaches is the lead's to ask.
    expect(await desk.directMessage(lead)).toContain('无法自动发送');

    const path = pathIn(mails()[0]?.text ?? '');
    const page = await fetch(`${scene.app.url}${path}`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('地铁三号线运维');
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect((await send(scene, path, { overall: '9' })).status).toBe(422);
    expect((await send(scene, path, ratings)).status).toBe(303);
    await scene.settle();
    expect((await surveyOf(scene, network)).data.results).toMatchObject([
      { contactId: 'qian-ming', ratings: { overall: 5 } },
    ]);
    expect(await (await fetch(`${scene.app.url}${path}`)).text()).toContain('已收到，感谢您的评价');

    // Answers that are given again take the place of the first.
    expect((await send(scene, path, { ...ratings, overall: '4' })).status).toBe(303);
    await scene.settle();
    expect((await surveyOf(scene, network)).data.results).toMatchObject([
      { contactId: 'qian-ming', ratings: { overall: 4 } },
    ]);

    const sun = await invitationOf(scene, 'sun-li');
    await desk.say(lead, `/qm show ${sun.number}`);
    await desk.press(lead, sun.number, '取链接和二维码');
    await expect.poll(() => desk.told(lead)).toContain(PUBLIC);
    const passedOn = pathIn(await desk.told(lead));
    expect(
      (await send(scene, passedOn, { ...ratings, overall: '2', comment: '<script>alert(1)</script>' })).status,
    ).toBe(303);
    await scene.settle();
    expect((await invitationOf(scene, 'sun-li')).data.shares).toMatchObject([{ by: lead }]);
    const proposal = await scene.app.records.load({ number: `${sun.number}-P1` });
    expect(proposal?.type).toBe('proposal');
    expect(await (await fetch(`${scene.app.url}${passedOn}`)).text()).not.toContain('<script>alert');

    await desk.say('wu-qiang', '/survey send');
    await desk.press('wu-qiang', titles.get('cloud') ?? '', '全部发出（2）');
    await scene.settle();
    const gao = await invitationOf(scene, 'gao-jun');
    await desk.say('xu-fang', `/qm show ${gao.number}`);
    await desk.press('xu-fang', gao.number, '代填答案');
    expect(await desk.fill('xu-fang', { via: 'phone', q1: '4', q2: '4', q3: '4', q4: '5', q5: '4' })).toBe('');
    await scene.settle();
    expect((await invitationOf(scene, 'gao-jun')).data.parts).toMatchObject([{ via: 'phone', by: 'xu-fang' }]);

    // Qian Ming was asked by line 3's network already: signalling stands on the same page, and no second mail went out.
    expect((await invitationOf(scene, 'qian-ming')).data.parts).toHaveLength(2);
    expect(mails()).toHaveLength(1);
    const logged = scene.logged.join('\n');
    expect(logged).not.toContain('qian.ming@metro.example');
    expect(logged).not.toContain(path);
  },
);
