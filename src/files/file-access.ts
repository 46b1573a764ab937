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

/** How a person gets at a file. */
export interface FileAccess {
  /** A link to a file, for this person and a short while; null where nobody could reach it. */
  linkTo(
    grant: { readonly number: string; readonly evidence: string; readonly personId: string },
    platform: Platform,
  ): string | null;
  /** Whether the platform takes a file of so many bytes from the bot. */
  carries(bytes: number, platform: Platform): boolean;
}

/** A file as it is sent to a browser. */
export interface ServedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** A browser may show it; else it is only saved. */
  readonly shown: boolean;
  readonly content: AsyncIterable<Uint8Array>;
}

/** What a link opens; `over` when its time is, null for what was never a link. */
export type OpenLink = (token: string) => Promise<ServedFile | 'over' | null>;

/** Opens what a link is to: it is looked up again whether the file is there, and whether the person may see the record still. */
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

/** Where links lead to: the public address, or for the console, which is on this machine, the server's own. */
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
