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

/** How often a change is decided again when somebody else was first. */
const MOST_TRIES = 5;

/** What an import would do, or did. */
export interface ImportResult {
  readonly before: OrgData;
  readonly changes: readonly OrgChange[];
  readonly applied: boolean;
}

/** The organisation as this process knows it. */
export interface OrgStore {
  /** The present snapshot, at most five seconds old; the same object as long as it is the same. Fails with `org.empty` when nothing has been seeded. */
  load(): Promise<Organisation>;
  /** The snapshot as it would be with other data, and the identities linked at run time. */
  preview(data: OrgData): Promise<Organisation>;
  /** Puts an organisation into an empty database; false, and nothing is changed, when there is one. */
  seed(data: OrgData): Promise<boolean>;
  /**
   * Compares an organisation with the stored one, and with `apply` puts it in its place; the absences that people set down themselves stay, and
   * so do customers and projects edited in chat that the file does not know.
   * Fails with `org.empty`, or with `org.changedMeanwhile` when somebody else has written since the comparison.
   */
  import(data: OrgData, options: { readonly apply: boolean; readonly locale?: Locale }): Promise<ImportResult>;
  /**
   * Changes the stored organisation by a pure function, decided again on the newer one when somebody else was first. Gives both; the same
   * object from `edit` writes nothing. Fails as `edit` does, with `org.empty`, or with `org.changedMeanwhile` after five lost races.
   */
  change(edit: (data: OrgData) => OrgData): Promise<{ readonly before: OrgData; readonly after: OrgData }>;
  /**
   * Notes whose an identity is; `linkedBy` is `email`, `mobile` or an administrator's id. An identity that is somebody's
   * already stays theirs. Gives the id of the person whose it is now.
   */
  linkIdentity(link: IdentityLink, linkedBy: string): Promise<string>;
}

/** The store over a connection. Indexes are made by whoever opens the connection. */
export function createOrgStore(connection: Connection, clock: Clock): OrgStore {
  const repository = createOrgRepository(connection);
  let cached: { readonly snapshot: Promise<Organisation>; readonly loadedAt: number } | undefined;
  let latest: { readonly stored: string; readonly snapshot: Organisation } | undefined;

  async function readStored(): Promise<StoredOrg> {
    const stored = await repository.read();
    if (!stored) throw new UserError('org.empty');
    return stored;
  }

  /** The same object again while nothing has changed: what is kept of a snapshot outlives the five seconds. */
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
      // A clock that was set back must not keep a snapshot for ever.
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
      // What was edited in chat and stays may need somebody whom the file no longer has.
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
