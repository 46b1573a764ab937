import type { Clock } from '../clock.ts';
import type { Leases } from './lease-repository.ts';

/** Which workspaces this process sends to: one process per workspace, so that pacing may live in its memory. */
export interface Senders {
  /** Whether this process is the workspace's sender, taking the office where it is free. */
  holds(route: string): Promise<boolean>;
  /** Gives all offices back, so that another process need not wait for them to run out. */
  release(): Promise<void>;
}

/** A lease is renewed when half of it is over, so that at least half is left when a send begins. */
export function createSenders(parts: {
  readonly leases: Leases;
  readonly me: string;
  readonly clock: Clock;
  readonly leaseMs: number;
}): Senders {
  const { leases, me, clock, leaseMs } = parts;
  const held = new Map<string, number>();
  const nameOf = (route: string) => `sender:${route}`;
  return {
    async holds(route) {
      const now = clock.now();
      const until = held.get(route);
      // A clock that was set back makes `until` look far away; asking again is always safe.
      if (until !== undefined && until - now.getTime() > leaseMs / 2 && until - now.getTime() <= leaseMs) return true;
      const end = now.getTime() + leaseMs;
      const mine = await leases.hold(nameOf(route), me, now, new Date(end));
      if (mine) held.set(route, end);
      else held.delete(route);
      return mine;
    },
    async release() {
      const routes = [...held.keys()];
      held.clear();
      await Promise.all(routes.map((route) => leases.release(nameOf(route), me)));
    },
  };
}
