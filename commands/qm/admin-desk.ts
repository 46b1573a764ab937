import type { NextJob } from '../../jobs/next/next-jobs.ts';

/** Where an effect that was given up stands: the collection, the document and the effect's key. */
export interface TroubleRef {
  readonly store: string;
  readonly id: string;
  readonly key: string;
}

/** A message, or a thing to do, that was given up. */
export interface Trouble extends TroubleRef {
  /** `unknown`: it may stand already. */
  readonly status: 'dead' | 'unknown';
  /** `event`: something that was received and could not be worked on. */
  readonly kind: 'post' | 'fetch' | 'raise' | 'signal' | 'letter' | 'event';
  /** The record's number, or the key of the periodic turn. */
  readonly what: string;
  /** The person's id, the channel's, or the record's number. */
  readonly to: string;
  readonly route: string;
  readonly reason: string;
}

/** What an administrator did with something that was given up. */
export interface AdminDecision extends Pick<Trouble, 'kind' | 'what' | 'to' | 'route'> {
  readonly deed: 'retry' | 'drop';
  /** The administrator's id. */
  readonly by: string;
  readonly at: Date;
}

/** What is known of the bot as it runs. */
export interface BotFacts {
  readonly version: string;
  readonly node: string;
  readonly storage: 'embedded' | 'mongodb';
  /** By record type: the version of its data, how many are open and how many there are. */
  readonly types: readonly {
    readonly type: string;
    readonly schema: number;
    readonly open: number;
    readonly all: number;
  }[];
  /** Documents with something still to be sent or done. */
  readonly queue: number;
  /** Chat workspaces that are served, as `platform:workspace`. */
  readonly routes: readonly string[];
}

/** What administrators may look at and do. Each write is one guarded update, which notes who and when. */
export interface AdminDesk {
  /** What was given up, a page of it, and whether there is more. */
  troubles(skip: number, limit: number): Promise<{ readonly items: readonly Trouble[]; readonly total: number }>;
  /** Has an effect tried again; false when somebody has dealt with it already. */
  retry(ref: TroubleRef, personId: string): Promise<boolean>;
  /** Gives an effect up for good; false when somebody has dealt with it already. */
  drop(ref: TroubleRef, personId: string): Promise<boolean>;
  /** What was tried again or dropped, the latest first. */
  deeds(limit: number): Promise<readonly AdminDecision[]>;
  nextJobs(limit: number): Promise<readonly NextJob[]>;
  facts(): Promise<BotFacts>;
}
