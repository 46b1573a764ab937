import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import { keepEdited } from './customers/keep-edited.ts';
import { findDifference, type OrgChange } from './find-difference.ts';
import { findProblems } from './find-problems.ts';
import type { IdentityLink } from './identity.ts';
import { keepOwnAbsences } from './keep-own-absences.ts';
import { createOrgRepository, type StoredOrg } from './org-repository.ts';
import type { OrgData } from './org-schema.ts';
import { createOrganisation, type Organisation } from './organisation.ts';

/** How long a snapshot is used before the database is asked again, so that every replica learns of a change. */
const freshForMs = 5000;

/** How often a change is retried after losing a race. */
const MOST_TRIES = 5;

/** What an import would change, or changed. */
export interface ImportResult {
  readonly before: OrgData;
  readonly changes: readonly OrgChange[];
  readonly applied: boolean;
}

/** The organization as this process knows it. */
export interface OrgStore {
  /** The current snapshot, at most five seconds old; the same object as long as nothing has changed. Fails with `org.empty` if nothing has been seeded. */
  load(): Promise<Organisation>;
  /** The snapshot that other data would give, with the identities linked at run time. */
  preview(data: OrgData): Promise<Organisation>;
  /** Puts an organization into an empty database; false, with nothing changed, if there is one. */
  seed(data: OrgData): Promise<boolean>;
  /**
   * Compares an organization with the stored one, and with `apply` replaces it; absences that people entered themselves stay, and so do customers and
   * projects edited in chat that the file does not know. Fails with `org.empty`, or with `org.changedMeanwhile` if another process has written since
   * the comparison.
   */
  import(data: OrgData, options: { readonly apply: boolean; readonly locale?: Locale }): Promise<ImportResult>;
  /**
   * Changes the stored organization by a pure function, applied again to the newer one after a lost race. Returns both; if `edit` returns the same
   * object, nothing is written. Fails as `edit` does, with `org.empty`, or with `org.changedMeanwhile` after five lost races.
   */
  change(edit: (data: OrgData) => OrgData): Promise<{ readonly before: OrgData; readonly after: OrgData }>;
  /**
   * Records the owner of an identity; `linkedBy` is `email`, `mobile` or an administrator's id. An identity that already has an owner keeps it.
   * Returns the id of the owner.
   */
  linkIdentity(link: IdentityLink, linkedBy: string): Promise<string>;
}

/** Creates the store over a connection. Indexes are created by the code that opens the connection. */
export function createOrgStore(connection: Connection, clock: Clock): OrgStore {
  const repository = createOrgRepository(connection);
  let cached: { readonly snapshot: Promise<Organisation>; readonly loadedAt: number } | undefined;
  let latest: { readonly stored: string; readonly snapshot: Organisation } | undefined;

  async function readStored(): Promise<StoredOrg> {
    const stored = await repository.read();
    if (!stored) throw new UserError('org.empty');
    return stored;
  }

  /** Returns the same object while nothing has changed, so that caches keyed by the snapshot outlive the five seconds. */
  async function readSnapshot(): Promise<Organisation> {
    const [{ data }, links] = await Promise.all([readStored(), repository.links()]);
    const stored = JSON.stringify([data, links]);
    if (latest?.stored !== stored) latest = { stored, snapshot: createOrganisation(data, links) };
    return latest.snapshot;
  }

  return {
    async load() {
      const now = clock.now().getTime();
      const age = cached ? now - cached.loadedAt : Number.POSITIVE_INFINITY;
      // A clock that was set back must not keep a snapshot forever.
      if (cached && age >= 0 && age < freshForMs) return cached.snapshot;
      const loading = { snapshot: readSnapshot(), loadedAt: now };
      cached = loading;
      try {
        return await loading.snapshot;
      } catch (error) {
        if (cached === loading) cached = undefined;
        throw error;
      }
    },
    preview: async (data) => createOrganisation(data, await repository.links()),
    async seed(data) {
      const seeded = await repository.insertFirst(data, clock.now());
      cached = undefined;
      return seeded;
    },
    async import(data, { apply, locale = 'en' }) {
      const { version, data: before } = await readStored();
      const next = keepEdited(keepOwnAbsences(data, before), before);
      // Edits made in chat that stay may refer to a person who is no longer in the file.
      const [problem] = findProblems(next, locale);
      if (problem) throw new UserError('people.wouldBreak', { message: problem.message });
      const changes = findDifference(before, next);
      if (!apply || changes.length === 0) return { before, changes, applied: false };
      if (!(await repository.replace(version, next, clock.now()))) throw new UserError('org.changedMeanwhile');
      cached = undefined;
      return { before, changes, applied: true };
    },
    async change(edit) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const { version, data: before } = await readStored();
        const after = edit(before);
        if (after === before) return { before, after };
        if (await repository.replace(version, after, clock.now())) {
          cached = undefined;
          return { before, after };
        }
      }
      throw new UserError('org.changedMeanwhile');
    },
    async linkIdentity(link, linkedBy) {
      const holder = await repository.insertLink(link, linkedBy, clock.now());
      cached = undefined;
      return holder;
    },
  };
}
