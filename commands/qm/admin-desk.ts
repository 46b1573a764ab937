import type { NextJob } from '../../jobs/next/next-jobs.ts';

/** The location of a failed effect: the collection, the document and the effect's key. */
export interface TroubleRef {
  readonly store: string;
  readonly id: string;
  readonly key: string;
}

/** A message or another effect that failed. */
export interface Trouble extends TroubleRef {
  /** `unknown`: it may have been carried out. */
  readonly status: 'dead' | 'unknown';
  /** `event`: something received that could not be processed. */
  readonly kind: 'post' | 'fetch' | 'raise' | 'signal' | 'letter' | 'event';
  /** The record's number, or the key of the periodic job's occurrence. */
  readonly what: string;
  /** The person's id, the channel's, or the record's number. */
  readonly to: string;
  readonly route: string;
  readonly reason: string;
}

/** What an administrator did with a failed effect. */
export interface AdminDecision extends Pick<Trouble, 'kind' | 'what' | 'to' | 'route'> {
  readonly deed: 'retry' | 'drop';
  /** The administrator's id. */
  readonly by: string;
  readonly at: Date;
}

/** The running bot's status. */
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
  /** Documents with pending effects. */
  readonly queue: number;
  /** Chat workspaces served, as `platform:workspace`. */
  readonly routes: readonly string[];
}

/** What administrators may see and do. Each write is one guarded update, which records who and when. */
export interface AdminDesk {
  /** A page of the failed effects, and whether there are more. */
  troubles(skip: number, limit: number): Promise<{ readonly items: readonly Trouble[]; readonly total: number }>;
  /** Retries an effect; false if another administrator has dealt with it already. */
  retry(ref: TroubleRef, personId: string): Promise<boolean>;
  /** Drops an effect for good; false if another administrator has dealt with it already. */
  drop(ref: TroubleRef, personId: string): Promise<boolean>;
  /** What was retried or dropped, latest first. */
  deeds(limit: number): Promise<readonly AdminDecision[]>;
  nextJobs(limit: number): Promise<readonly NextJob[]>;
  facts(): Promise<BotFacts>;
}
