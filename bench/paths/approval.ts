import { MongoClient } from 'mongodb';
import type { Checkout } from '../ground/checkout.ts';
import { openGround } from '../ground/open-ground.ts';
import { type Opened, withOpened } from '../ground/opened.ts';
import { run } from '../ground/processes.ts';
import { type Seeded, seed } from '../ground/seed.ts';
import { openSender } from '../ground/send.ts';
import { untilSent } from '../ground/settle.ts';
import { press } from '../ground/slack-requests.ts';
import { takeTurns } from '../measure/rounds.ts';
import { contenderOf, figuresOf, type Served } from '../measure/served.ts';
import { median } from '../measure/statistics.ts';
import { type Row, rowOf } from '../report/row.ts';
import { type Path, type RunSettings, versionsOf } from './path.ts';

const PRESSES = 300;
/** With cards, a round must not redraw more than Slack's rate limit per workspace allows at once: two per decision. */
const PRESSES_WITH_CARDS = 24;
/** The rate limit's window. */
const CARDS_AGAIN_MS = 60_000;
const SENT_WITHIN_MS = 60_000;

/** An approval on Slack, compared with the bare driver's read and guarded update of the same record, on the same store. */
export const approval: Path = {
  name: 'approval',
  about: 'approvals on Slack, 16 and 64 at once, with what follows',
  inQuick: true,
  measure: (settings) =>
    withOpened(async (opened) => {
      const versions = await openVersions(settings, opened);
      const times = settings.quick ? PRESSES / 2 : PRESSES;
      return [...(await sixteen(versions, settings, times)), ...(await sixtyFour(versions, settings, times))];
    }),
};

/** The same with records that have cards: for a minute each round, since Slack limits how many are redrawn. */
export const approvalWithCards: Path = {
  name: 'approval-with-cards',
  about: 'approvals on Slack of records whose cards stand in channels',
  inQuick: false,
  measure: (settings) => withOpened(async (opened) => withCards(await openVersions(settings, opened), settings)),
};

async function openVersions(settings: RunSettings, opened: Opened): Promise<Version[]> {
  const versions = [];
  for (const version of versionsOf(settings)) versions.push(await openVersion(version, opened));
  return versions;
}

type Version = Awaited<ReturnType<typeof openVersion>>;

async function sixteen(versions: readonly Version[], { rounds, quick }: RunSettings, times: number): Promise<Row[]> {
  const contenders = versions.flatMap((version) =>
    version(false).map((one) => contenderOf(one, { clients: 16, times })),
  );
  const turns = await takeTurns(contenders, rounds);
  const row = (rest: Omit<Parameters<typeof rowOf>[1], 'now'> & ReturnType<typeof figuresOf>) =>
    rowOf('approval', rest, quick);
  return [
    row({
      what: 'approval, 16 at once',
      unit: 'a second',
      ...figuresOf(turns, 'rate'),
      aim: { of: 'toBare', atLeast: 0.65, floor: 0.33 },
    }),
    row({
      what: 'approval, 16 at once: processor time of bot and database with all that follows',
      unit: 'ms',
      ...figuresOf(turns, 'cpuInAll'),
      aim: { of: 'toBefore', atMost: 0.4 },
    }),
    row({ what: 'approval, 16 at once: failed', unit: 'of a round', ...figuresOf(turns, 'failed') }),
  ];
}

async function sixtyFour(versions: readonly Version[], { rounds, quick }: RunSettings, times: number): Promise<Row[]> {
  const contenders = versions.flatMap((version) =>
    version(false).map((one) => contenderOf(one, { clients: 64, times })),
  );
  const turns = await takeTurns(contenders, rounds);
  const p99 = figuresOf(turns, 'p99');
  const allowed = Math.max(250, 3 * median(p99.bare ?? []));
  return [
    rowOf(
      'approval',
      {
        what: 'approval, 64 at once: p99 while earlier messages go out',
        unit: 'ms',
        ...p99,
        aim: { of: 'now', atMost: allowed, floor: allowed * 1.5 },
      },
      quick,
    ),
    rowOf('approval', { what: 'approval, 64 at once', unit: 'a second', ...figuresOf(turns, 'rate') }, quick),
  ];
}

async function withCards(versions: readonly Version[], { rounds }: RunSettings): Promise<Row[]> {
  const turn = { clients: 16, times: PRESSES_WITH_CARDS };
  const contenders = versions.flatMap((version) =>
    version(true)
      .filter(({ name }) => !name.startsWith('bare'))
      .map((one) => contenderOf(one, turn)),
  );
  const turns = await takeTurns(contenders, rounds);
  return [
    rowOf('approval', {
      what: 'approval of a record with two cards, 16 at once: processor time with all that follows',
      unit: 'ms',
      ...figuresOf(turns, 'cpuInAll'),
      aim: { of: 'toBefore', atMost: 0.4 },
    }),
  ];
}

/** Starts a version's bot and, on the same database, the reference; returns the presses, on records with or without cards. */
async function openVersion(checkout: Checkout, opened: Opened) {
  const setup = opened.keep(await openGround(checkout));
  const uri = setup.uri();
  const bot = opened.keep(await setup.startBot({ MONGODB_URI: uri }));
  const bareUri = setup.uri();
  // The reference's records have the same indexes: the bot creates them.
  await (await setup.startBot({ MONGODB_URI: bareUri })).stop();
  const env = { MONGODB_URI: bareUri };
  const bare = opened.keep(await run(['--import', 'tsx', 'bench/bare/http-db.ts'], /ready (\S+)/, { env }));
  const client = opened.keepOpen(await MongoClient.connect(uri));
  const records = client.db().collection('records');
  const ours = opened.keepOpen(openSender(`${bot.said}/slack/events`, 64));
  const theirs = opened.keepOpen(openSender(bare.said, 64));
  let drawnAt = Number.NEGATIVE_INFINITY;
  let pressed: string[] = [];

  return (cards: boolean): Served[] => {
    const served = (name: string, pid: number, to: string, sender: typeof ours): Served => ({
      name,
      pids: [pid, setup.database.pid],
      async prepare(count) {
        const seeded = await seed(setup, to, { stand: 'submitted', count, cards });
        if (cards) await new Promise((resolve) => setTimeout(resolve, drawnAt + CARDS_AGAIN_MS - performance.now()));
        pressed = seeded.map(({ number }) => number);
        return (turn) => sender.send(approve(setup.platform.url, seeded[turn]));
      },
    });
    const follows = async () => {
      const sent = await untilSent(records, SENT_WITHIN_MS);
      drawnAt = performance.now();
      // A press that the database did not answer in time is acknowledged too, with an apology.
      const undecided = await records.countDocuments({ number: { $in: pressed }, state: { $ne: 'acting' } });
      if (undecided > 0) process.stderr.write(`${undecided} approvals of ${checkout.name} were not carried out\n`);
      if (!sent) process.stderr.write(`the outbox of ${checkout.name} is not empty after ${SENT_WITHIN_MS / 1000} s\n`);
    };
    const bareName = checkout.name === 'now' ? 'bare' : 'bare before';
    return [{ ...served(checkout.name, bot.pid, uri, ours), follows }, served(bareName, bare.pid, bareUri, theirs)];
  };
}

const approve = (platform: string, finding: Seeded | undefined) =>
  press(platform, 'li-na', {
    action: 'finding.approveCapa',
    value: { number: finding?.number ?? '', round: 0 },
    ...(finding?.message && { message: finding.message }),
  });
