import { bareUpdate } from './bare-update.ts';
import { openGround } from './ground.ts';
import { comparison, load, type Row } from './measure.ts';
import { run } from './processes.ts';
import { seed } from './seed.ts';
import { openSender } from './send.ts';
import { press, slash } from './slack-requests.ts';

const FORMS = 2_000;
const PRESSES = 1_000;

/** A form that opens beside Bolt's bare acknowledgement, and an approval beside a bare guarded update. */
export async function measureSlack(): Promise<Row[]> {
  const ground = await openGround('slack');
  try {
    return [...(await forms(ground)), ...(await approvals(ground))];
  } finally {
    await ground.stop();
  }
}

type Ground = Awaited<ReturnType<typeof openGround>>;

async function forms(ground: Ground): Promise<Row[]> {
  const bot = await ground.startBot({ ...ground.slack, MONGODB_URI: ground.uri() });
  const bare = await run(['--import', 'tsx', 'bench/bare-bolt.ts'], { ...ground.slack }, /ready (\S+)/);
  const rows: Row[] = [];
  for (const clients of [1, 16, 64]) {
    const ours = openSender(`${bot.said}/slack/events`, clients);
    const theirs = openSender(bare.said, clients);
    const ask = (sender: typeof ours) => () => sender.send(slash('huang-tao', 'new'));
    await load(clients, FORMS / 4, ask(ours));
    await load(clients, FORMS / 4, ask(theirs));
    const opened = await load(clients, FORMS, ask(ours));
    const acknowledged = await load(clients, FORMS, ask(theirs));
    rows.push(
      comparison(
        `Slack: \`/finding new\` opens the form, ${clients} at once`,
        opened,
        acknowledged,
        clients === 16 ? '≥ 0.25' : '',
      ),
    );
    await Promise.all([ours.close(), theirs.close()]);
  }
  await Promise.all([bot.stop(), bare.stop()]);
  return rows;
}

async function approvals(ground: Ground): Promise<Row[]> {
  const uri = ground.uri();
  const bot = await ground.startBot({ ...ground.slack, MONGODB_URI: uri });
  const rows: Row[] = [];
  for (const clients of [1, 16, 64]) {
    const numbers = await seed(uri, ground.orgFile, 'submitted', PRESSES);
    const sender = openSender(`${bot.said}/slack/events`, clients);
    const ours = await load(clients, PRESSES, (turn) =>
      sender.send(press('li-na', 'finding.approveCapa', { number: numbers[turn] ?? '', round: 0 })),
    );
    const bare = await bareUpdate(ground.uri(), clients, PRESSES);
    rows.push(
      comparison(
        `Slack: an approval, ${clients} at once`,
        ours,
        bare,
        clients === 64 ? '≥ 0.6; p99 < 250 ms' : '≥ 0.6',
      ),
    );
    await sender.close();
  }
  await bot.stop();
  return rows;
}
