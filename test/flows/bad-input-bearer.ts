import { verifyAll } from '../../src/cli/verify.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { directChannel, type StandInMessage } from '../stand-ins/slack/world.ts';
import { eventually } from '../support/eventually.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import type { Answered } from './desk.ts';
import { orgFor } from './org-for.ts';
import { slackDesk, textOf } from './slack-desk.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';
import { reportAndIssue } from './thread.ts';

/** Part of every text that people write here; the log must not contain it. */
export const MARK = '紫色长颈鹿';
/** Issued, and assigned to Wang Lei. */
export const ISSUED = 'FD-2026-0001';
/** Reported, and assigned to Li Na. */
export const REPORTED = 'FD-2026-0002';

/** A bot in Slack with two findings that must survive any input. */
export interface Bearer {
  readonly seated: SeatedSlack;
  readonly scene: WholeBot;
  user(person: string): string;
  /** Every record, by number. */
  all(): Promise<RecordOf<unknown>[]>;
  report(answers: Answered): Promise<void>;
  /** Acts as a person and returns the private messages that followed. */
  told(userId: string, act: () => Promise<{ readonly status: number }>): Promise<string>;
  /** The newest card of a finding in a person's direct messages. */
  cardOf(number: string, person?: string): StandInMessage;
  /** Fails if it no longer answers. */
  alive(): Promise<void>;
  /** Stops it. Throws if its log contains a text or a secret, or a history does not verify. */
  stop(): Promise<void>;
}

/** Starts one. */
export async function startBearer(): Promise<Bearer> {
  const clock = movedClock('2026-11-23T01:00:00Z');
  const seated = await openSlack(clock);
  const { slack, seats } = seated;
  const scene = await openWholeBot(seated.settings, await orgFor(() => seats, [seats]), clock);
  slack.connect(`${scene.app.url}/slack/events`);
  const user = (person: string) => seats.userId(person);

  async function report(answers: Answered): Promise<void> {
    await slack.slash(user('huang-tao'), '/finding', 'new', seats.channel);
    const { status, errors } = await slack.submitView(user('huang-tao'), slack.openView(user('huang-tao')), answers);
    if (status !== 200 || Object.keys(errors).length > 0) throw new Error('the report was not taken');
  }

  await reportAndIssue(() => slackDesk(slack, seats), scene.settle);
  await report({ what: '灭火器过期', where: '2号机房' });
  await scene.settle();

  return {
    seated,
    scene,
    user,
    report,
    async all() {
      const records: RecordOf<unknown>[] = [];
      for await (const record of scene.app.records.all()) if (record.type === 'finding') records.push(record);
      return records.sort((left, right) => left.number.localeCompare(right.number));
    },
    async told(userId, act) {
      const known = slack.shownTo(userId).length;
      const { status } = await act();
      if (status !== 200) throw new Error(`answered with ${status}`);
      return eventually(() => {
        const news = slack.shownTo(userId).slice(known);
        if (news.length === 0) throw new Error('nothing was told');
        return news.map(textOf).join('\n');
      });
    },
    cardOf(number, person = 'li-na') {
      const direct = directChannel(slack.world, user(person)).id;
      const card = slack.messagesIn(direct).findLast((message) => textOf(message).includes(number));
      if (!card) throw new Error(`${person} has no card of ${number}`);
      return card;
    },
    async alive() {
      const { text } = await slack.slash(user('li-na'), '/qm', 'help', seats.channel);
      if (!text.includes('可以做什么')) throw new Error(`no help came, but: ${text}`);
    },
    async stop() {
      const secrets = [MARK, slack.botToken, slack.signingSecret];
      const leaks = scene.logged.filter((line) => secrets.some((secret) => line.includes(secret)));
      const { faults } = await verifyAll(scene.app.records);
      await scene.stop();
      await slack.close();
      if (leaks.length + faults.length > 0) throw new Error([...leaks, ...faults].join('\n'));
    },
  };
}
