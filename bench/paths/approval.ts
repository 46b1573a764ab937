import { MongoClient } from 'mongodb';
import type { Checkout } from '../ground/checkout.ts';
import { openGround } from '../ground/open-ground.ts';
import { run } from '../ground/processes.ts';
import { type Seeded, seed } from '../ground/seed.ts';
import { openSender } from '../ground/send.ts';
import { untilSent } from '../ground/settle.ts';
import { press } from '../ground/slack-requests.ts';
import { type Load, load } from '../measure/load.ts';
import { cpuOf } from '../measure/processes.ts';
import { type Contender, takeTurns } from '../measure/rounds.ts';
import { type Row, rowOf } from '../report/row.ts';
import { type Path, type RunSettings, versionsOf } from './path.ts';

/** An approval, and what it cost. */
interface Approved extends Load {
  /** Milliseconds of processor time of the bot and the database an approval: to the answers, and with all that follows. */
  readonly cpu: number;
  readonly cpuInAll: number;
}

const PRESSES = 300;
const WARM = 100;
/** What is not sent by then is of a later round: the platform takes one message a second in a conversation. */
const SENT_WITHIN_MS = 30_000;

/** An approval on Slack beside the bare driver's load and guarded update of the same record, on the same store. */
export const approval: Path = {
  name: 'approval',
  about: 'an approval on Slack, 16 and 64 at once, with what follows',
  inQuick: true,
  async measure(settings) {
    return [...(await measureWith(16, settings)), ...(await measureWith(64, settings))];
  },
};

async function measureWith(clients: number, settings: RunSettings): Promise<Row[]> {
  const versions = await Promise.all(versionsOf(settings).map((version) => openVersion(version, clients)));
  try {
    const turns = await takeTurns(
      versions.flatMap(({ contenders }) => contenders),
      settings.rounds,
    );
    const of = (name: string, figure: keyof Approved) => turns.get(name)?.map((one) => one[figure]);
    const figures = (figure: keyof Approved) => ({
      now: of('now', figure) ?? [],
      before: of('before', figure),
      bare: of('bare now', figure),
      bareOfBefore: of('bare before', figure),
    });
    const row = (rounds: Omit<Parameters<typeof rowOf>[1], 'now'> & ReturnType<typeof figures>) =>
      rowOf('approval', rounds, settings.quick);
    const what = `approval, ${clients} at once`;
    return [
      row({
        what,
        unit: 'a second',
        ...figures('rate'),
        ...(clients === 16 && { aim: { of: 'toBare', atLeast: 0.65, floor: 0.4 } }),
      }),
      row({ what: `${what}: p99`, unit: 'ms', ...figures('p99') }),
      row({ what: `${what}: processor time to the answer`, unit: 'ms', ...figures('cpu') }),
      row({
        what: `${what}: processor time with what follows`,
        unit: 'ms',
        ...figures('cpuInAll'),
        ...(clients === 16 && { aim: { of: 'toBefore', atMost: 0.4 } }),
      }),
    ];
  } finally {
    for (const { stop } of versions) await stop();
  }
}

async function openVersion(checkout: Checkout, clients: number) {
  const ground = await openGround(checkout);
  const uri = ground.uri();
  const bot = await ground.startBot({ MONGODB_URI: uri });
  const bareUri = ground.uri();
  // The reference's records have the same indexes: the bot makes them.
  await (await ground.startBot({ MONGODB_URI: bareUri })).stop();
  const bare = await run(['--import', 'tsx', 'bench/bare/http-db.ts'], /ready (\S+)/, {
    env: { MONGODB_URI: bareUri },
  });
  const client = await MongoClient.connect(uri);
  const records = client.db().collection('records');
  const ours = openSender(`${bot.said}/slack/events`, clients);
  const theirs = openSender(bare.said, clients);
  const cpu = (pid: number) => cpuOf(pid) + cpuOf(ground.database.pid);

  const contender = (
    name: string,
    { pid, to, sender, follows }: { pid: number; to: string; sender: typeof ours; follows: () => Promise<unknown> },
  ): Contender<Approved> => ({
    name,
    async prepare(warm) {
      const times = warm ? WARM : PRESSES;
      const seeded = await seed(ground, to, { stand: 'submitted', count: times });
      return async () => {
        const start = cpu(pid);
        const pressed = await load(clients, times, (turn) => sender.send(approve(ground.platform.url, seeded[turn])));
        const answered = cpu(pid);
        await follows();
        return { ...pressed, cpu: (answered - start) / times, cpuInAll: (cpu(pid) - start) / times };
      };
    },
  });
  const { name } = checkout;
  return {
    contenders: [
      contender(name, { pid: bot.pid, to: uri, sender: ours, follows: () => untilSent(records, SENT_WITHIN_MS) }),
      contender(`bare ${name}`, { pid: bare.pid, to: bareUri, sender: theirs, follows: async () => undefined }),
    ],
    async stop() {
      await Promise.all([ours.close(), theirs.close(), client.close()]);
      await Promise.all([bot.stop(), bare.stop()]);
      await ground.stop();
    },
  };
}

const approve = (platform: string, finding: Seeded | undefined) =>
  press(platform, 'li-na', {
    action: 'finding.approveCapa',
    value: { number: finding?.number ?? '', round: 0 },
    ...(finding?.message && { message: finding.message }),
  });
