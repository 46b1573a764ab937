import { type Connection, mongo } from 'mongoose';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { type IdentityLink, identityPlatforms } from './identity.ts';
import { identityModel, orgModel } from './org-model.ts';
import { type OrgData, orgSchema } from './org-schema.ts';

const documentId = 'org';
const versionSchema = z.number().int().min(1);
const linkSchema = z.object({
  platform: z.enum(identityPlatforms),
  workspace: z.string(),
  userId: z.string(),
  personId: z.string(),
});

/** The organization as stored. */
export interface StoredOrg {
  readonly version: number;
  readonly data: OrgData;
}

/** The organization in the database. All waits are limited by the connection's own timeouts. */
export interface OrgRepository {
  /** Null in an empty database. Fails with `org.unreadable` for content that this version of qmbot cannot read. */
  read(): Promise<StoredOrg | null>;
  /** False if there is an organization already. */
  insertFirst(data: OrgData, now: Date): Promise<boolean>;
  /** Replaces the organization if it has this version; false if it has a different one by now. */
  replace(version: number, data: OrgData, now: Date): Promise<boolean>;
  links(): Promise<IdentityLink[]>;
  /** Returns the owner of the identity afterward: the person of `link`, or its previous owner. */
  insertLink(link: IdentityLink, linkedBy: string, now: Date): Promise<string>;
}

/** Creates the repository over a connection. */
export function createOrgRepository(connection: Connection): OrgRepository {
  const orgs = orgModel(connection);
  const identities = identityModel(connection);
  return {
    async read() {
      const document = await orgs.findOne({ _id: documentId }).lean();
      if (!document) return null;
      const data = orgSchema.safeParse(document.content);
      if (!data.success) throw new AppError('org.unreadable', { version: document.version }, data.error);
      return { version: versionSchema.parse(document.version), data: data.data };
    },
    async insertFirst(data, now) {
      const inserted = await onceOnly(orgs.create({ _id: documentId, version: 1, content: data, updatedAt: now }));
      return inserted !== null;
    },
    async replace(version, data, now) {
      const change = { $set: { version: version + 1, content: data, updatedAt: now } };
      const { modifiedCount } = await orgs.updateOne({ _id: documentId, version }, change);
      return modifiedCount === 1;
    },
    async links() {
      const documents = await identities.find({ platform: { $in: [...identityPlatforms] } }).lean();
      return documents.map((document) => linkSchema.parse(document));
    },
    async insertLink(link, linkedBy, now) {
      const inserted = await onceOnly(identities.create({ ...link, linkedBy, linkedAt: now }));
      if (inserted) return link.personId;
      const { platform, workspace, userId } = link;
      const holder = await identities.findOne({ platform, workspace, userId }).lean();
      if (!holder) throw new AppError('org.linkLost', { platform, workspace });
      return holder.personId;
    },
  };
}

/** The result of an insert, or null if a unique key was taken. */
async function onceOnly<Inserted>(insert: Promise<Inserted>): Promise<Inserted | null> {
  try {
    return await insert;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === 11_000) return null;
    throw error;
  }
}
