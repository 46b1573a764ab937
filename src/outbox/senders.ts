import type { Clock } from '../clock.ts';
import type { Lease, Leases } from './lease-repository.ts';

/** Which workspaces this process sends to: one process per workspace, so that pacing can live in its memory. */
export interface Senders {
  /** Whether this process is the workspace's sender; takes the lease if it is free. Fails as the database does. */
  holds(route: string): Promise<boolean>;
  /** The same without querying the database: false if it is not certain at this moment. */
  holdsNow(route: string): boolean;
  /** Releases all leases, so that another process need not wait for them to expire. */
  release(): Promise<void>;
}

/** How far the clocks of two processes may differ before a lease's expiry is judged only by watching it. */
const CLOCK_SKEW_MS = 5_000;

/** The lease of a workspace that has not been sent to for this long is not kept. */
const IDLE_MS = 10_000;

interface Office {
  /** Epoch milliseconds by our own clock, counted from before the write. */
  readonly until: number;
  readonly usedAt: number;
}

/**
 * A live sender renews its lease every third of `leaseMs`, even while it waits for a platform. A sender that has not renewed for `leaseMs` has ended,
 * or has been blocked and finds out before it sends again (`holdsNow`). This is judged by watching its lease for that long and not by comparing
 * clocks, unless the lease expired long ago.
 */
export function createSenders(parts: {
  readonly leases: Leases;
  readonly me: string;
  readonly clock: Clock;
  readonly leaseMs: number;
}): Senders {
  const { leases, me, clock, leaseMs } = parts;
  const held = new Map<string, Office>();
  const watched = new Map<string, { readonly lease: Lease; readonly since: number }>();
  const asking = new Map<string, Promise<boolean>>();
  let beat: NodeJS.Timeout | undefined;
  const nameOf = (route: string) => `sender:${route}`;
  const now = () => clock.now().getTime();

  /** How long we still hold a lease; never more than its full length, even if our clock was set back. */
  function leftOf(route: string): number {
    const left = (held.get(route)?.until ?? Number.NEGATIVE_INFINITY) - now();
    return left > leaseMs ? 0 : left;
  }

  function keep(route: string, from: number): void {
    held.set(route, { until: from + leaseMs, usedAt: from });
    beat ??= setInterval(() => void renewAll(), leaseMs / 3).unref();
  }

  async function acquire(route: string): Promise<boolean> {
    const from = now();
    const lease = { by: me, until: new Date(from + leaseMs) };
    const known = held.has(route) && (await leases.renew(nameOf(route), me, lease.until));
    const mine = known || (await take(nameOf(route), lease, from));
    if (mine) keep(route, from);
    else held.delete(route);
    return mine;
  }

  async function take(name: string, lease: Lease, from: number): Promise<boolean> {
    const seen = await leases.read(name);
    if (seen && seen.by !== me && !hasEnded(name, seen, from)) return false;
    watched.delete(name);
    return leases.take(name, seen, lease);
  }

  function hasEnded(name: string, seen: Lease, at: number): boolean {
    const left = seen.until.getTime() - at;
    if (left < -CLOCK_SKEW_MS) return true;
    const known = watched.get(name);
    const isSame = known?.lease.by === seen.by && known.lease.until.getTime() === seen.until.getTime();
    if (!isSame || at < known.since) watched.set(name, { lease: seen, since: at });
    // A lease granted for longer is kept to its end.
    return isSame && at - known.since >= leaseMs && left <= leaseMs + CLOCK_SKEW_MS;
  }

  async function renewAll(): Promise<void> {
    for (const [route, { usedAt }] of held) {
      const from = now();
      const isIdle = from - usedAt > IDLE_MS || from < usedAt;
      if (isIdle && leftOf(route) <= 0) held.delete(route);
      if (isIdle) continue;
      try {
        const renewed = await leases.renew(nameOf(route), me, new Date(from + leaseMs));
        if (renewed) held.set(route, { until: from + leaseMs, usedAt });
        else held.delete(route);
      } catch {
        // The database is unreachable: the lease expires by itself.
      }
    }
    if (held.size > 0) return;
    clearInterval(beat);
    beat = undefined;
  }

  return {
    async holds(route) {
      if (leftOf(route) > leaseMs / 3) {
        const office = held.get(route);
        if (office) held.set(route, { ...office, usedAt: now() });
        return true;
      }
      const known = asking.get(route);
      if (known) return known;
      const answer = acquire(route).finally(() => asking.delete(route));
      asking.set(route, answer);
      return answer;
    },
    holdsNow: (route) => leftOf(route) > 0,
    async release() {
      clearInterval(beat);
      beat = undefined;
      const routes = [...held.keys()];
      held.clear();
      await Promise.all(routes.map((route) => leases.release(nameOf(route), me)));
    },
  };
}
