import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { samples } from '../files/samples.ts';
import { movedClock } from '../support/moved-clock.ts';
import { everywhere, inSlack, type PlatformConversation } from './everywhere.ts';
import { agent, INCIDENT, tellIncident } from './tell-incident.ts';

const REPORT = 'SR-2026-0001';
const engineer = 'huang-tao';
const PUBLIC_URL = 'https://qm.example.com';

/** An incident is told, and Huang Tao resolves it on site: his report is drafted. */
async function resolveOnSite(stage: PlatformConversation): Promise<void> {
  const { desk, scene } = stage;
  await tellIncident(stage);
  await desk.press(agent, INCIDENT, '指派');
  expect(await desk.fill(agent, { engineer })).toBe('');
  await scene.settle();
  await desk.press(engineer, INCIDENT, '解决');
  expect(await desk.fill(engineer, { done: '更换了读卡器', place: 'onSite' })).toBe('');
  await scene.settle();
}

test.each(everywhere)(
  'a service report is drafted, signed by the customer and submitted on %s',
  async (_where, open) => {
    const clock = movedClock('2026-11-23T01:00:00Z');
    const stage = await open(clock, { settings: { PUBLIC_URL } });
    const { desk, scene, pictures } = stage;
    await resolveOnSite(stage);
    expect(await desk.directMessage(engineer)).toContain(REPORT);

    await desk.press(engineer, REPORT, '客户手机签字');
    // The report's own card, which waits for the customer now, may come before the link or after it.
    await expect.poll(() => desk.toldSoFar(engineer)).toContain('显示二维码');
    const said = await desk.toldSoFar(engineer);
    const path = /https:\/\/qm\.example\.com(\/c\/[\w.-]+)/.exec(said)?.[1];
    if (path === undefined) throw new Error(`no link in ${said}`);
    const page = scene.app.url + path;
    const mark = /name="mark" value="([^"]+)"/.exec(await (await fetch(page)).text())?.[1] ?? '';
    const signed = {
      mark,
      outcome: 'signed',
      score: '2',
      engineerScore: '4',
      comment: '等了太久',
      signer: '钱明',
      signature: '100,200 300,100 500,300',
    };
    expect((await fetch(page, { method: 'POST', body: new URLSearchParams(signed) })).status).toBe(200);
    await scene.settle();

    const isSigned = expect.stringMatching(new RegExp(`${REPORT}.*已签字，待核对.*钱明的签名`, 's'));
    expect(pictures()).toEqual([expect.arrayContaining([isSigned])]);

    // What the engineer is sent and may look up says nothing of it, whichever record one asks; the desk is told.
    for (const number of [REPORT, INCIDENT, `${INCIDENT}-C1`]) {
      await desk.say(engineer, `/qm show ${number}`);
      await expect.poll(() => desk.told(engineer)).toContain(number);
      expect(await desk.told(engineer)).not.toMatch(/等了太久|不满意/);
    }
    expect((await desk.channel()).join()).not.toMatch(/等了太久|不满意/);
    await desk.say(agent, `/report show ${REPORT}`);
    await expect.poll(() => desk.told(agent)).toContain('等了太久');
    const incident = await scene.app.records.load({ number: INCIDENT });
    expect(incident?.data).toMatchObject({ ratings: [{ score: 2, engineer: 4, via: 'page', by: REPORT }] });
    expect((await scene.app.records.load({ number: `${REPORT}-P1` }))?.data).toMatchObject({
      cause: 'lowScore',
      about: REPORT,
    });
    const report = await scene.app.records.load({ number: REPORT });
    expect(report?.common.evidence).toMatchObject([{ name: `${REPORT}-signature.png`, state: 'stored' }]);

    await desk.press(agent, REPORT, '核对无误，提交');
    await scene.settle();
    expect((await scene.app.records.load({ number: REPORT }))?.state).toBe('closed');
    // Uploaded once, however often a card is redrawn.
    const isClosed = expect.stringMatching(new RegExp(`${REPORT}.*已提交.*钱明的签名`, 's'));
    expect(pictures()).toEqual([expect.arrayContaining([isClosed])]);
  },
);

test.each(everywhere)(
  'without a public address, %s shows no dead link but what to do instead: paper, with a photograph, typed in by the service desk',
  async (where, open) => {
    const stage = await open(movedClock('2026-11-23T01:00:00Z'));
    const { desk, scene, photograph } = stage;
    await resolveOnSite(stage);
    await desk.press(engineer, REPORT, '客户手机签字');
    await expect.poll(() => desk.toldSoFar(engineer)).toContain('请改用纸质');
    expect(await desk.toldSoFar(engineer)).not.toContain('/c/');
    await scene.settle();

    await desk.say(agent, `/qm show ${REPORT}`);
    await expect.poll(() => desk.told(agent)).toContain('录入纸质签字');
    const photo = await photograph({ inForm: agent, inReply: engineer }, REPORT, {
      name: '签字单.jpg',
      content: samples.jpeg,
    });
    await scene.settle();
    await desk.press(agent, REPORT, '录入纸质签字');
    const paper = { outcome: 'signed', signer: '钱明', post: '信息中心主任', score: '4', engineerScore: '5' };
    expect(await desk.fill(agent, { ...paper, ...photo })).toBe('');
    await scene.settle();
    const signed = await scene.app.records.load({ number: REPORT });
    expect(signed?.data).toMatchObject({ answer: { way: 'paper', signerName: '钱明', score: 4, engineerScore: 5 } });
    // Pictures of Feishu's have no names.
    const name = where === 'Feishu' ? '图片' : '签字单.jpg';
    const sha256 = createHash('sha256').update(samples.jpeg).digest('hex');
    expect(signed?.common.evidence).toMatchObject([{ name, state: 'stored', stored: { sha256 } }]);
    await desk.press(agent, REPORT, '核对无误，提交');
    await scene.settle();
    expect((await scene.app.records.load({ number: REPORT }))?.state).toBe('closed');
  },
);

test('a bot that goes down the moment a report is signed has lost nothing: others draw the signature, tell and propose, each once', async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  const stage = await inSlack(clock, { settings: { PUBLIC_URL } });
  const { desk, scene } = stage;
  await resolveOnSite(stage);
  await desk.press(engineer, REPORT, '客户手机签字');
  await expect.poll(() => desk.told(engineer)).toContain('显示二维码');
  const path = /https:\/\/qm\.example\.com(\/c\/[\w.-]+)/.exec(await desk.told(engineer))?.[1] ?? '';
  const others = await Promise.all([scene.another(), scene.another()]);
  const mark = /name="mark" value="([^"]+)"/.exec(await (await fetch(scene.app.url + path)).text())?.[1] ?? '';
  const signed = {
    mark,
    outcome: 'signed',
    score: '1',
    engineerScore: '1',
    signer: '钱明',
    signature: '100,200 300,100 500,300',
  };
  const sent = [scene.app, ...others].map(({ url }) =>
    fetch(url + path, { method: 'POST', body: new URLSearchParams(signed) }),
  );
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200, 200]);
  await scene.app.stop();
  const [one, other] = others;
  for (let second = 0; second < 8; second++) {
    await Promise.all([one?.drain(), other?.drain()]);
    clock.advance(1_000);
  }
  const report = await one?.records.load({ number: REPORT });
  expect(report?.history.filter(({ move }) => move === 'answer')).toHaveLength(1);
  expect(report?.common.evidence).toMatchObject([{ state: 'stored' }]);
  const incident = await one?.records.load({ number: INCIDENT });
  expect(incident?.data).toMatchObject({ ratings: [{ score: 1 }] });
  expect(await one?.records.load({ number: `${REPORT}-P1` })).not.toBeNull();
  expect(await one?.records.load({ number: `${REPORT}-P2` })).toBeNull();
});
