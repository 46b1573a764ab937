import type { Logger } from 'pino';
import { createFeishuDirectory } from '../../adapters/feishu/people/user-directory.ts';
import { createSlackDirectory } from '../../adapters/slack/people/user-directory.ts';
import type { UserDirectory } from '../chat/port.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../i18n/translate.ts';
import { createOrgStore, type OrgStore } from '../org/org-store.ts';
import { nameOf } from '../org/organisation.ts';
import { planLinks, wantedIn } from '../org/plan-links.ts';
import { connectStorage } from '../storage/connect.ts';
import { print } from './print.ts';

interface Setting {
  readonly config: Config;
  readonly locale: Locale;
  readonly log: Logger;
}

/**
 * `qmbot org link [--apply]`: looks up everyone's account on the configured platforms by e-mail and mobile, and reports who has none and why. With
 * `apply` the accounts found are linked. Fails with the user error `link.noPlatform`.
 */
export async function linkPeople(apply: boolean, setting: Setting): Promise<void> {
  const { config, log, locale } = setting;
  if (!config.slack && !config.feishu) throw new UserError('link.noPlatform');
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const store = createOrgStore(storage.connection, systemClock);
    let found = 0;
    for (const directory of await openDirectories(setting)) found += await linkIn(directory, store, apply, locale);
    if (!apply && found > 0) print([translate(locale, 'people.dryRun')]);
  } finally {
    await storage.stop();
  }
}

async function openDirectories({ config: { slack, feishu, proxied }, log }: Setting): Promise<UserDirectory[]> {
  return [
    ...(slack ? [await createSlackDirectory({ ...slack, proxied, log })] : []),
    ...(feishu ? [createFeishuDirectory({ ...feishu, proxied, clock: systemClock, log })] : []),
  ];
}

/** Prints what was found in a workspace, and links it if requested; returns how many were found. */
async function linkIn(directory: UserDirectory, store: OrgStore, apply: boolean, locale: Locale): Promise<number> {
  const say = (key: MessageKey, params: MessageParams = {}) => translate(locale, key, params);
  const { platform, workspace } = directory;
  const org = await store.load();
  const { people, wanted, linked } = wantedIn(directory, org);
  const plan = planLinks(directory, people, await directory.find(wanted), org);
  const lines: string[] = [];
  let found = 0;
  for (const each of plan) {
    const who = { id: each.person.id, name: nameOf(each.person.name, locale) };
    if ('because' in each) {
      lines.push(say('link.none', { ...who, why: say(`link.because.${each.because}`) }));
      continue;
    }
    const { userId, by } = each.link;
    const link = { platform, workspace, userId, personId: each.person.id };
    const holder = apply ? await store.linkIdentity(link, by) : each.person.id;
    if (holder === each.person.id) found += 1;
    const key = holder === each.person.id ? 'link.found' : 'link.none';
    lines.push(say(key, { ...who, user: userId, by: say(`link.by.${by}`), why: say('link.because.taken') }));
  }
  print([say('link.workspace', { platform, workspace, linked, found, none: plan.length - found }), ...lines]);
  return found;
}
