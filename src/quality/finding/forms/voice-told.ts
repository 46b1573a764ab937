import type { Destination } from '../../../records/declaration/creation.ts';
import { isVoice } from './door.ts';
import type { Reported } from './new-finding-form.ts';

/** A customer's complaint or suggestion, with everything that was written about it; null for a finding. */
export function voiceTold(said: Reported): Destination | null {
  const { suggestedKind: kind, what, where, project, files, visibility } = said;
  if (!isVoice(kind)) return null;
  return {
    type: 'complaint',
    answers: {
      kind,
      what,
      where,
      projectId: project,
      channel: 'other',
      files,
      restricted: visibility === 'restricted',
      noted: [said.criterion, said.evidence].filter((text) => text !== undefined),
    },
  };
}
