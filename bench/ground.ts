import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orgFor, type Seats } from '../test/flows/org-for.ts';
import { feishuKeys, feishuSettings, openId } from './feishu-requests.ts';
import { type Running, run } from './processes.ts';
import { slackSettings, slackUser } from './slack-requests.ts';

/** What is measured on: a database process, a platform that takes everything, and an organisation. */
export interface Ground {
  readonly database: Running;
  readonly platform: Running;
  readonly orgFile: string;
  /** Where the database keeps its files. */
  readonly dataDir: string;
  /** A database of its own each time. */
  uri(): string;
  /** The bot as it is started by `npm start`, in a process of its own. */
  startBot(settings: Readonly<Record<string, string>>): Promise<Running>;
  readonly slack: Readonly<Record<string, string>>;
  readonly feishu: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const slackSeats: Seats = { platform: 'slack', workspace: 'T0001', channel: 'C0QUALITY', userId: slackUser };
const feishuSeats: Seats = { platform: 'feishu', workspace: feishuKeys.appId, channel: 'oc_quality', userId: openId };

/** How the bot says that it is ready, in its log. */
const READY = /"url":"([^"]+)".*qmbot is ready/;

/** Opens the ground; `seated` says where the people of the sample organisation sit, unless another is given. */
export async function openGround(seated: 'slack' | 'feishu', organisation?: string): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'qmbot-bench-'));
  const orgFile = join(folder, 'org.yaml');
  const seats = seated === 'slack' ? slackSeats : feishuSeats;
  await writeFile(orgFile, organisation ?? (await orgFor(() => seats, [seats], ['findings', 'digest'])));
  const dataDir = join(folder, 'data');
  const database = await run(['bin/qmbot.js', 'db', '--port', '0'], { DATA_DIR: dataDir }, /MONGODB_URI=(\S+)/);
  const platform = await run(['--import', 'tsx', 'bench/quick-platform.ts'], {}, /ready (\S+)/);
  let count = 0;
  return {
    database,
    platform,
    orgFile,
    dataDir,
    uri: () => database.said.replace(/qmbot$/, `bench${++count}`),
    startBot: (settings) => run(['bin/qmbot.js', 'start'], { PORT: '0', ORG_FILE: orgFile, ...settings }, READY),
    slack: slackSettings(platform.said),
    feishu: feishuSettings(platform.said),
    async stop() {
      await platform.stop();
      await database.stop();
      await rm(folder, { recursive: true });
    },
  };
}
