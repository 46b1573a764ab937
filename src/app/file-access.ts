import type { FileAccess } from '../../commands/open-file.ts';
import type { ChatAdapter } from '../chat/port.ts';
import type { Clock } from '../clock.ts';
import type { FileLinks } from '../files/file-link.ts';
import { offeredName } from '../files/file-name.ts';
import type { FileStore } from '../files/file-store.ts';
import { typeOfMime } from '../files/file-types.ts';
import type { OpenLink } from '../http/serve-files.ts';
import type { OrgStore } from '../org/org-store.ts';
import { mayRead } from '../records/access.ts';
import { fileEvidence } from '../records/evidence.ts';
import type { Records } from '../records/records.ts';

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
