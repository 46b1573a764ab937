import type { Platform } from '../../src/chat/place.ts';

/** A page that a customer is to open. */
export interface PageRequest {
  /** Which page: the purpose of its handler. */
  readonly purpose: string;
  readonly number: string;
  /** Null for whoever holds the link. */
  readonly contactId: string | null;
  /** The interaction's id: asked for again it is the same link. */
  readonly key: string;
  /** The person of ours who gives it to the customer. */
  readonly madeBy: string;
}

/** Pages for customers, as commands offer them. */
export interface CustomerPages {
  /** Whether a customer could open a page at all: without a public address only the console's own machine can. */
  reachable(platform: Platform): boolean;
  /** A link's whole address; null where no customer could open it. */
  linkTo(wish: PageRequest, platform: Platform): Promise<string | null>;
  /** Withdraws the links to a record's page, and says how many were open. */
  withdraw(number: string, purpose: string): Promise<number>;
}
