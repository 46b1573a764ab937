import type { Inline } from '../../chat/text.ts';
import type { View } from '../declaration/record-context.ts';
import { personName } from '../say.ts';

/** A person on a card: a mention if they have an identity in the card's workspace, otherwise the name. */
export function personText(id: string, view: Pick<View, 'org' | 'locale' | 'platform' | 'workspace'>): Inline {
  const { org, platform, workspace } = view;
  const identity = org.person(id)?.identities.find((one) => one.platform === platform && one.workspace === workspace);
  return { kind: 'person', name: personName(id, view), ...(identity && { userId: identity.userId }) };
}
