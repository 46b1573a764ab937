import { setTimeout as wait } from 'node:timers/promises';
import { openGround } from './ground.ts';
import { figure, type Row } from './measure.ts';
import { residentMegabytes, run } from './processes.ts';
import { seed } from './seed.ts';

/** Seconds from start to ready, and what the bot and its database hold in memory: empty, and with records. */
export async function measureSize(sizes: readonly number[]): Promise<Row[]> {
  const ground = await openGround('slack');
  try {
    const alone = await run(
      ['bin/qmbot.js', 'start'],
      { PORT: '0', DATA_DIR: `${ground.orgFile}.data` },
      /qmbot is ready()/,
    );
    await wait(2_000);
    const idle = await residentMegabytes(alone.pid);
    await alone.stop();
    const rows = [
      figure('start to ready, everything in one process', `${alone.seconds.toFixed(1)} s`),
      figure('resident, idle, everything in one process', `${Math.round(idle)} MB`),
    ];
    const uri = ground.uri();
    let stored = 0;
    for (const size of sizes) {
      await seed(uri, ground.orgFile, 'issued', size - stored);
      stored = size;
      const bot = await ground.startBot({ ...ground.slack, MONGODB_URI: uri });
      await wait(5_000);
      const [held, database] = await Promise.all([residentMegabytes(bot.pid), residentMegabytes(ground.database.pid)]);
      rows.push(
        figure(
          `resident with ${size} records`,
          `bot ${Math.round(held)} MB, embedded database ${Math.round(database)} MB`,
        ),
      );
      await bot.stop();
    }
    return rows;
  } finally {
    await ground.stop();
  }
}
