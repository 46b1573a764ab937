import { afterEach, expect, test } from 'vitest';
import { createMailCarrier } from '../../adapters/mail/create-mail-carrier.ts';
import { createLetters, type LetterLink } from '../../src/letters/letters.ts';
import type { LetterEffect } from '../../src/outbox/letters.ts';
import { surveyInvitation } from '../../src/quality/survey-invitation/survey-invitation.ts';
import { invitationIn, openSurveyDesk, taken } from '../quality/surveys/surveying.ts';
import { openMailServer } from '../support/mail-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Letters by real mail about Qian Ming's page, and what would be told to its record. */
async function openLetters(linkTo: LetterLink = async () => 'https://qm.example.com/c/abc') {
  const server = await openMailServer();
  closing.push(() => server.stop());
  const desk = openSurveyDesk();
  const invitation = invitationIn(desk, 'asked');
  const effect = invitation.effects.find((one): one is LetterEffect => one.kind === 'letter');
  if (!effect) throw new Error('no letter was asked for');
  const mail = createMailCarrier({
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    requireTls: false,
    auth: undefined,
    address: 'quality@example.com',
    name: '服务质量',
  });
  const letters = createLetters({
    organisation: { load: async () => desk.org },
    records: { perform: () => Promise.reject(new Error('nothing is noted here')) },
    carriers: [mail],
    linkTo,
  });
  const send = (begun: Date | null) => letters.send(effect, invitation, begun);
  return { desk, invitation, send, mails: server.mails };
}

test('a letter that was taken just before a crash is not sent again by itself, and by a person at most once more, under its Message-ID', async () => {
  const { send, mails } = await openLetters();
  // The server has taken it; the process dies before the record hears of it.
  expect(await send(null)).toEqual({ outcome: 'sent', way: 'mail' });
  const after = await send(new Date('2026-11-23T01:00:00Z'));
  expect(after).toEqual({ outcome: 'unknown', way: 'mail', reason: 'cut short while it was sent' });
  expect(mails).toHaveLength(1);

  // An administrator who presses "try again" has it sent again; the receiver's side knows it by its Message-ID.
  expect(await send(null)).toEqual({ outcome: 'sent', way: 'mail' });
  const ids = mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('without a public address no mail with a dead link goes out; the survey’s lead is told to ask, and may enter the answers', async () => {
  const { desk, invitation, send, mails } = await openLetters(async () => null);
  const outcome = await send(null);
  expect(outcome).toEqual({ outcome: 'byHand', reason: 'no public address' });
  expect(mails).toEqual([]);
  const told = taken(desk, surveyInvitation, invitation, 'system', 'delivered', { letter: 'invitation', ...outcome });
  expect(told.intents).toMatchObject([
    { purpose: 'tell', personId: 'liu-yang', lead: { key: 'surveyInvitation.news.byHand' } },
  ]);
  const seen = { locale: 'en', viewer: 'liu-yang', platform: 'slack', workspace: 'T1' } as const;
  const fields = surveyInvitation.moves.enter?.ask?.fields(told.record, { ...desk.setting(), ...seen });
  expect(fields?.[0]).toMatchObject({ options: [{ value: 'phone' }, { value: 'paper' }, { value: 'staff' }] });
});
