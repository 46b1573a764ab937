import { createHash } from 'node:crypto';
import type { Clock } from '../../src/clock.ts';
import { type FeishuStandIn, startFeishuStandIn } from '../stand-ins/feishu/start-feishu-stand-in.ts';
import type { Seats } from './org-for.ts';
import { peopleOfSample } from './people-of-sample.ts';

/** A person's open_id. */
const openId = (person: string) => `ou_${createHash('md5').update(person).digest('hex')}`;

/** A Feishu tenant where everyone in the sample organization has an account, and the settings for a bot in it. */
export interface SeatedFeishu {
  readonly feishu: FeishuStandIn;
  readonly seats: Seats;
  readonly settings: Readonly<Record<string, string>>;
}

const keys = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'app-secret-of-the-tests',
  encryptKey: 'encrypt-key-of-the-tests',
  verificationToken: 'verification-token-of-the-tests',
};

/** Starts the tenant. */
export async function openFeishu(clock: Clock): Promise<SeatedFeishu> {
  const feishu = await startFeishuStandIn({ ...keys, clock, tenantKey: 'our-tenant' });
  for (const person of await peopleOfSample()) feishu.world.addPerson({ openId: openId(person), name: person });
  const channel = feishu.world.addGroup('oc_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
  return {
    feishu,
    seats: { platform: 'feishu', workspace: keys.appId, channel, userId: openId },
    settings: {
      FEISHU_MODE: 'http',
      FEISHU_APP_ID: keys.appId,
      FEISHU_APP_SECRET: keys.appSecret,
      FEISHU_ENCRYPT_KEY: keys.encryptKey,
      FEISHU_VERIFICATION_TOKEN: keys.verificationToken,
      FEISHU_DOMAIN: feishu.url,
    },
  };
}
