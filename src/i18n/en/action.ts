import type { action as source } from '../zh-cn/action.ts';

/** What the actions of a CAPA report say. */
export const action: Record<keyof typeof source, string> = {
  'action.noun': 'Action',
  'action.nouns': 'actions',
  'action.field.what': 'Action',
  'action.field.finding': 'For',
  'action.field.kind': 'Type',
  'action.field.evidence': 'Evidence',
  'action.field.evidence.hint': 'What was done, and what shows it (ticket, document, link)',
  'action.field.sentBack': 'Sent back because',
  'action.role.owner': 'Owner of the action',
  'action.role.head': 'Head of the responsible department',
  'action.state.open': 'Under way',
  'action.state.done': 'Done',
  'action.move.complete': 'Done',
  'action.move.reopen': 'Send back',
  'action.done.create': 'planned it',
  'action.done.complete': 'finished it',
  'action.done.reopen': 'sent it back',
  'action.lead.open': 'An action is yours. When it is done, please submit the evidence.',
};
