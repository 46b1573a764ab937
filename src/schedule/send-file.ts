import type { Clock } from '../clock.ts';
import type { Organisation } from '../org/organisation.ts';
import { addressOf, type Routes } from '../records/shape/address.ts';
import type { Plain } from '../records/shape/change.ts';
import { waiting } from '../records/shape/effect.ts';
import { occurrenceKey } from './define-job.ts';
import type { Occurrences } from './occurrence-repository.ts';

/** A file that a user requested; the outbox creates it when sending it. */
export interface SendFileRequest {
  /** The request it belongs to: the same request creates no second file. */
  readonly period: string;
  readonly personId: string;
  /** The content the file is made from. */
  readonly content: Plain;
}

/** Has a file created and sent to a person, in their direct messages. A person who cannot be reached gets none. */
export type SendFile = (request: SendFileRequest, org: Organisation) => Promise<void>;

interface Parts {
  readonly occurrences: Occurrences;
  readonly routes: () => Routes;
  readonly clock: Clock;
  readonly written: (key: string) => void;
}

/** Creates `SendFile`. `written` is called with the key, so that the outbox need not wait for its next poll. */
export function createSendFile({ occurrences, routes, clock, written }: Parts): SendFile {
  return async ({ period, personId, content }, org) => {
    const now = clock.now();
    const platform = period.split(':').slice(0, 2).join(':');
    const here = addressOf(personId, org, new Set([...routes()].filter((route) => route === platform)));
    const address = here ?? addressOf(personId, org, routes());
    const occurrence = { job: 'file', scope: personId, period, dueAt: now, until: now };
    const key = occurrenceKey(occurrence);
    const intent = address && { kind: 'post' as const, ...address, key, purpose: 'file' as const, personId, content };
    await occurrences.announce(occurrence, intent ? [waiting(intent, now)] : []);
    written(key);
  };
}
