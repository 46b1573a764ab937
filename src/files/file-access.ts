import type { Platform } from '../chat/interaction.ts';
import type { ChatAdapter } from '../chat/port.ts';
import type { Clock } from '../clock.ts';
import type { OrgStore } from '../org/org-store.ts';
import { fileEvidence } from '../records/decide/evidence.ts';
import type { Records } from '../records/records.ts';
import { mayRead } from '../records/shape/access.ts';
import type { FileLinks } from './file-link.ts';
import { offeredName } from './file-name.ts';
import type { FileStore } from './file-store.ts';
import { typeOfMime } from './file-types.ts';

/** How a person gets access to a file. */
export interface FileAccess {
  /** A short-lived link to a file, for this person; null if it could not be reached. */
  linkTo(
    grant: { readonly number: string; readonly evidence: string; readonly personId: string },
    platform: Platform,
  ): string | null;
  /** Whether the bot can send a file of this size on the platform. */
  carries(bytes: number, platform: Platform): boolean;
}

/** A file as served to a browser. */
export interface ServedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** A browser may display it; otherwise it is only downloaded. */
  readonly shown: boolean;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The file behind a link; `over` if the link has expired, null if it is invalid. */
export type OpenLink = (token: string) => Promise<ServedFile | 'over' | null>;

/** Opens the file behind a link: checks again whether the file exists, and whether the person may still see the record. */
export function createOpenLink(parts: {
  readonly links: FileLinks;
  readonly records: Pick<Records, 'load'>;
  readonly files: Pick<FileStore, 'open'>;
  readonly organisation: Pick<OrgStore, 'load'>;
  readonly clock: Clock;
}): OpenLink {
  const { links, records, files, organisation, clock } = parts;
  return async (token) => {
    const grant = links.read(token);
    if (grant === null || grant === 'over') return grant;
    const [record, org] = await Promise.all([records.load({ number: grant.number }), organisation.load()]);
    if (!record || !org.person(grant.personId)?.active || !mayRead(record, grant.personId, org, clock.now()))
      return null;
    const evidence = fileEvidence(record, grant.evidence);
    const file = evidence?.stored ? await files.open(evidence.stored.fileId) : null;
    if (!evidence || !file || file.owner !== record.id) return null;
    const type = typeOfMime(file.type) ?? { extensions: ['bin'] };
    const { content, size } = file;
    return { name: offeredName(evidence.name, type), type: file.type, size, shown: 'shown' in type, content };
  };
}

/** The base of links: the public address, or for the console, which runs on this machine, the server's own. */
export function createFileAccess(
  links: FileLinks,
  {
    publicUrl,
    ownUrl,
    adapters,
  }: {
    readonly publicUrl: string | undefined;
    readonly ownUrl: () => string;
    readonly adapters: ReadonlyMap<string, Pick<ChatAdapter, 'platform' | 'largestFile'>>;
  },
): FileAccess {
  return {
    linkTo(grant, platform) {
      const base = publicUrl ?? (platform === 'console' ? ownUrl() : null);
      return base === null ? null : `${base}/files/${links.sign(grant)}`;
    },
    carries: (bytes, platform) =>
      [...adapters.values()].every((one) => one.platform !== platform || bytes <= (one.largestFile ?? bytes)),
  };
}
