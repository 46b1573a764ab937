import type { Connection } from 'mongoose';
import { chunkModel, fileModel } from '../files/file-model.ts';
import { uploadModel } from '../files/upload-model.ts';
import { inboxModel } from '../inbox/inbox-model.ts';
import { deliveryModel } from '../intake/delivery-model.ts';
import { sourceKeyModel } from '../intake/source-key-model.ts';
import { claimModel } from '../org/claim-model.ts';
import { identityModel, orgModel } from '../org/org-model.ts';
import { leaseModel } from '../outbox/lease-model.ts';
import { customerLinkModel } from '../pages/customer-link-model.ts';
import { draftEvidenceModel } from '../records/store/draft-evidence-model.ts';
import { recordModel } from '../records/store/record-model.ts';
import { occurrenceModel } from '../schedule/occurrence-model.ts';
import { consoleMessageModel } from './console-message-model.ts';

/** Creates every declared index, and changes no existing one. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  const models = [
    recordModel,
    occurrenceModel,
    orgModel,
    identityModel,
    claimModel,
    leaseModel,
    consoleMessageModel,
    inboxModel,
    draftEvidenceModel,
    fileModel,
    chunkModel,
    uploadModel,
    sourceKeyModel,
    deliveryModel,
    customerLinkModel,
  ];
  await Promise.all(models.map(async (model) => model(connection).createIndexes()));
}
