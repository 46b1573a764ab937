import { bareUpdate } from './bare-update.ts';
import { pressCard, say } from './feishu-requests.ts';
import { openGround } from './ground.ts';
import { comparison, load, type Row } from './measure.ts';
import { run } from './processes.ts';
import { seed } from './seed.ts';
import { openSender } from './send.ts';

const FORMS = 1_000;
const PRESSES = 1_000;
const CLIENTS = 16;

/** The same for Feishu: words that open a form beside the bare SDK's answer, an approval beside a bare guarded update. */
export async function measureFeishu(): Promise<Row[]> {
  const ground = await openGround('feishu');
  try {
    const uri = ground.uri();
    const bot = await ground.startBot({ ...ground.feishu, MONGODB_URI: uri });
    const bare = await run(['--import', 'tsx', 'bench/bare-lark.ts'], {}, /ready (\S+)/);
    const ours = openSender(`${bot.said}/feishu/events`, CLIENTS);
    const theirs = openSender(bare.said, CLIENTS);
    const ask = (sender: typeof ours) => () => sender.send(say('huang-tao', '/finding new'));
    await load(CLIENTS, FORMS / 4, ask(ours));
    await load(CLIENTS, FORMS / 4, ask(theirs));
    const opened = await load(CLIENTS, FORMS, ask(ours));
    const acknowledged = await load(CLIENTS, FORMS, ask(theirs));
    const numbers = await seed(uri, ground.orgFile, 'submitted', PRESSES);
    const approved = await load(CLIENTS, PRESSES, (turn) =>
      ours.send(pressCard('li-na', 'finding.approveCapa', { number: numbers[turn] ?? '', round: 0 })),
    );
    const updated = await bareUpdate(ground.uri(), CLIENTS, PRESSES);
    await Promise.all([ours.close(), theirs.close()]);
    await Promise.all([bot.stop(), bare.stop()]);
    return [
      comparison(`Feishu: \`/finding new\`, ${CLIENTS} at once`, opened, acknowledged),
      comparison(`Feishu: an approval, ${CLIENTS} at once`, approved, updated, '≥ 0.6'),
    ];
  } finally {
    await ground.stop();
  }
}
