import type { Clock } from '../clock.ts';
import type { Organisation } from '../org/organisation.ts';
import { quietUntil } from '../records/decide/quiet.ts';
import { addressOf, type Routes } from '../records/shape/address.ts';
import type { Plain } from '../records/shape/change.ts';
import { type EffectIntent, waiting } from '../records/shape/effect.ts';
import { occurrenceKey } from './define-job.ts';
import type { Occurrences } from './occurrence-repository.ts';

/** A one-time notification about something that has just happened: `job`, `scope` and `period` are its key. */
export interface Announcement {
  readonly job: string;
  readonly scope: string;
  readonly period: string;
  /** The ids of the people to notify, each in a direct message; people who cannot be reached are skipped. */
  readonly to: readonly string[];
  /** The content of the message: one of the notices that `draw-notice.ts` knows. */
  readonly content: Plain;
  /** Sent even during quiet hours: it cannot wait. */
  readonly atOnce?: true;
  /** Posted in the channels that serve all departments if none of `to` can be reached. */
  readonly orInChannels?: true;
}

/** Notifies people of something. The same key never notifies twice. */
export type Announce = (announcement: Announcement, org: Organisation) => Promise<void>;

interface Parts {
  readonly occurrences: Occurrences;
  readonly routes: () => Routes;
  readonly clock: Clock;
  readonly written: (key: string) => void;
}

/** Creates `Announce`. `written` is called with the key, so that the outbox need not wait for its next poll. */
export function createAnnounce({ occurrences, routes, clock, written }: Parts): Announce {
  return async ({ job, scope, period, to, content, atOnce, orInChannels }, org) => {
    const now = clock.now();
    const occurrence = { job, scope, period, dueAt: now, until: now };
    const key = occurrenceKey(occurrence);
    const direct = to.flatMap((id): EffectIntent[] => {
      const address = addressOf(id, org, routes());
      if (!address) return [];
      const held = atOnce ? {} : quietUntil(address.route, org.siteOfPerson(id), now);
      return [{ kind: 'post', ...address, key: `${key}:${id}`, purpose: 'notice', personId: id, content, ...held }];
    });
    const intents = direct.length === 0 && orInChannels ? inChannels(key, content, org, routes()) : direct;
    await occurrences.announce(
      occurrence,
      intents.map((intent) => waiting(intent, now)),
    );
    written(key);
  };
}

function inChannels(key: string, content: Plain, org: Organisation, routes: Routes): EffectIntent[] {
  return org.channelsFor(null, 'findings').flatMap(({ id, platform, workspace, channel, language }): EffectIntent[] => {
    const route = `${platform}:${workspace}`;
    if (!routes.has(route)) return [];
    const target = { kind: 'channel', channel } as const;
    return [{ kind: 'post', route, target, key: `${key}:${id}`, purpose: 'notice', locale: language, content }];
  });
}
