import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Checkout, startBot, startDatabase } from './checkout.ts';
import { feishuSettings } from './feishu-requests.ts';
import { type Seated, teamOrganisation } from './organisation.ts';
import { openPlatform, type Platform } from './platform-process.ts';
import type { Running } from './processes.ts';
import { slackSettings } from './slack-requests.ts';

/** The environment a version is measured in: its database as a process, a platform that accepts everything, and an organization. */
export interface Ground {
  readonly checkout: Checkout;
  readonly database: Running;
  readonly platform: Platform;
  /** A folder for its files; removed at the end. */
  readonly folder: string;
  readonly orgFile: string;
  /** Where the database keeps its files. */
  readonly dataDir: string;
  /** A new database each time. */
  uri(): string;
  /** The checkout's bot, in its own process, with the settings of its platform. */
  startBot(settings: Readonly<Record<string, string>>): Promise<Running>;
  /** The settings the bot needs to find the platform. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Sets up the environment; without an organization, the sample's with its teams. */
export async function openGround(checkout: Checkout, seated: Seated = 'slack', organisation?: string): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'qmbot-bench-'));
  const orgFile = join(folder, 'org.yaml');
  await writeFile(orgFile, organisation ?? (await teamOrganisation(seated)));
  const dataDir = join(folder, 'data');
  const database = await startDatabase(checkout, dataDir);
  const platform = await openPlatform();
  const settings = seated === 'slack' ? slackSettings(platform.url) : feishuSettings(platform.url);
  let count = 0;
  return {
    checkout,
    database,
    platform,
    folder,
    orgFile,
    dataDir,
    uri: () => database.said.replace(/qmbot$/, `bench${++count}`),
    startBot: (more) => startBot(checkout, { ORG_FILE: orgFile, ...settings, ...more }),
    settings,
    async stop() {
      await platform.stop();
      await database.stop();
      await rm(folder, { recursive: true });
    },
  };
}
