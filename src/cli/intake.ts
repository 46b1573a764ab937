import type { Logger } from 'pino';
import { z } from 'zod';
import { systemClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import { createSourceKeys, type SourceKeys, sourceName } from '../intake/source-key-repository.ts';
import { connectStorage } from '../storage/connect.ts';
import { print } from './print.ts';

interface Setting {
  readonly config: Config;
  readonly locale: Locale;
  readonly log: Logger;
}

const HOUR_MS = 3_600_000;
const hoursSchema = z.coerce.number().min(0).max(720);

/** `qmbot intake add-key SOURCE`: prints a new key. Fails with the user error `intake.badSource`. */
export async function addKey(source: string, setting: Setting): Promise<void> {
  await withKeys(source, setting, async (keys) => {
    const { id, secret } = await keys.add(source);
    print([translate(setting.locale, 'intake.keyAdded', { source, id }), secret]);
  });
}

/** `qmbot intake keys SOURCE`: the source's keys with their times in UTC, without secrets. Fails as `addKey` does. */
export async function listKeys(source: string, setting: Setting): Promise<void> {
  const { locale } = setting;
  await withKeys(source, setting, async (keys) => {
    const all = await keys.list(source);
    if (all.length === 0) print([translate(locale, 'intake.noKeys', { source })]);
    for (const { id, createdAt, endsAt } of all) {
      const created = createdAt.toISOString();
      const line = endsAt
        ? translate(locale, 'intake.keyUntil', { id, created, until: endsAt.toISOString() })
        : translate(locale, 'intake.key', { id, created });
      print([line]);
    }
  });
}

/**
 * `qmbot intake end-key SOURCE KEY [--after HOURS]`: the key is rejected from then on. Fails with the user errors `intake.badSource`,
 * `intake.badHours` and `intake.keyNotFound`.
 */
export async function endKey(source: string, id: string, after: string, setting: Setting): Promise<void> {
  const hours = hoursSchema.safeParse(after);
  if (!hours.success) throw new UserError('intake.badHours');
  await withKeys(source, setting, async (keys) => {
    const at = new Date(systemClock.now().getTime() + hours.data * HOUR_MS);
    if (!(await keys.end(source, id, at))) throw new UserError('intake.keyNotFound', { source, id });
    print([translate(setting.locale, 'intake.keyEnded', { source, id, at: at.toISOString() })]);
  });
}

async function withKeys(
  source: string,
  { config, log }: Setting,
  work: (keys: SourceKeys) => Promise<void>,
): Promise<void> {
  if (!sourceName.safeParse(source).success) throw new UserError('intake.badSource');
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    await work(createSourceKeys(storage.connection, systemClock));
  } finally {
    await storage.stop();
  }
}
