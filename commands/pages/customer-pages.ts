import type { Platform } from '../../src/chat/place.ts';

/** A page for a customer to open. */
export interface PageRequest {
  /** Which page: the purpose of its handler. */
  readonly purpose: string;
  readonly number: string;
  /** Null if anyone with the link may open it. */
  readonly contactId: string | null;
  /** The interaction's id: the same id gives the same link. */
  readonly key: string;
  /** Our person who gives it to the customer. */
  readonly madeBy: string;
}

/** Pages for customers, as commands use them. */
export interface CustomerPages {
  /** Whether a customer could open a page at all: without a public address only the console's own machine can. */
  reachable(platform: Platform): boolean;
  /** A link's full URL; null if no customer could open it. */
  linkTo(request: PageRequest, platform: Platform): Promise<string | null>;
  /** Revokes the links to a record's page, and returns how many were active. */
  withdraw(number: string, purpose: string): Promise<number>;
}
