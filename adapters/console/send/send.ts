import { Readable } from 'node:stream';
import type { ChatAdapter, Target } from '../../../src/chat/port.ts';
import type { Clock } from '../../../src/clock.ts';
import type { ConsoleMessage, ConsoleMessages } from '../messages.ts';
import { type ConsoleChannel, type ConsolePerson, directSpace, isDirect, STRANGER } from '../people/directory.ts';
import { FILES, fileCard } from '../render/file-card.ts';
import { cardOf } from '../render/reply-card.ts';
import type { ConsoleUploads } from '../uploads.ts';
import { WORKSPACE } from '../workspace.ts';

/** The part of the port that posts messages and looks them up. */
export type Sending = Pick<ChatAdapter, 'post' | 'postFile' | 'say' | 'refresh' | 'lookUp'>;

/** What sending needs: the store, the directory, and a callback for news. */
export interface SendParts {
  readonly messages: ConsoleMessages;
  readonly uploads: ConsoleUploads;
  readonly clock: Clock;
  readonly people: () => Promise<readonly ConsolePerson[]>;
  readonly channels: () => Promise<readonly ConsoleChannel[]>;
  readonly kick: () => void;
}

/** How long to wait before retrying a refresh that the store did not take, in ms. */
const RETRY_MS = 1_000;

const placeOf = (message: ConsoleMessage) => ({
  platform: 'console' as const,
  workspace: WORKSPACE,
  channel: message.space,
  message: message.id,
});

/** Posts, refreshes and looks up cards. If the store fails after it may have written, the post is `unknown`: the look-up decides. */
export function createSending(parts: SendParts): Sending {
  const { messages, uploads, clock, kick } = parts;
  const sending: Sending = {
    async say(target, reply, key, locale) {
      const card = cardOf(reply, locale);
      return card === null ? { outcome: 'refused', reason: 'nothing to say' } : sending.post(target, card, key, locale);
    },

    async postFile(target, file, key, locale) {
      try {
        // Posted once per key: the file of a second attempt would belong to nobody.
        const known = await messages.findByKey(key);
        if (known) return { outcome: 'sent', place: placeOf(known) };
        const taken = await uploads.take(Readable.from([file.bytes]), file.name);
        if (!taken.taken) return { outcome: 'refused', reason: taken.reason };
        const url = `${FILES}${taken.id}?name=${encodeURIComponent(file.name)}`;
        return await sending.post(target, fileCard(file.name, url, locale), key, locale);
      } catch (error) {
        return { outcome: 'unknown', reason: nameOf(error) };
      }
    },

    async post(target, card, key, locale) {
      try {
        const space = await spaceOf(target, parts);
        if (space === undefined) return { outcome: 'refused', reason: `the console knows no such ${target.kind}` };
        const message = await messages.append({ key, space, card, locale, postedAt: clock.now() });
        kick();
        return { outcome: 'sent', place: placeOf(message) };
      } catch (error) {
        return { outcome: 'unknown', reason: nameOf(error) };
      }
    },

    async refresh(place, card, locale) {
      if (place.platform !== 'console' || place.workspace !== WORKSPACE) {
        return { outcome: 'gone', reason: 'the place is not in this workspace' };
      }
      try {
        const message = await messages.replace(place.message, card, locale);
        if (message === null) return { outcome: 'gone', reason: 'there is no such message' };
        kick();
        return { outcome: 'done' };
      } catch (error) {
        return { outcome: 'later', afterMs: RETRY_MS, scope: 'workspace', reason: nameOf(error) };
      }
    },

    // A key belongs to one post for good, so neither the target nor the time narrows the search.
    async lookUp(_target, key) {
      try {
        const message = await messages.findByKey(key);
        return message === null ? { found: 'no' } : { found: 'yes', place: placeOf(message) };
      } catch (error) {
        return { found: 'unclear', reason: nameOf(error) };
      }
    },
  };
  return sending;
}

/** The space of a target; undefined if there is no such channel or person. */
async function spaceOf(target: Target, parts: SendParts): Promise<string | undefined> {
  if (target.kind === 'user') {
    const { userId } = target;
    const known = userId === STRANGER || (await parts.people()).some((person) => person.userId === userId);
    return known ? directSpace(userId) : undefined;
  }
  const { channel } = target;
  // A direct conversation can be answered if a place named it as its channel.
  if (isDirect(channel)) return spaceOf({ kind: 'user', userId: channel.slice(directSpace('').length) }, parts);
  return (await parts.channels()).some(({ id }) => id === channel) ? channel : undefined;
}

/** An error's name: its message may contain what people wrote. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown error');
