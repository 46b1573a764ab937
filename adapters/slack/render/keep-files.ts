import type { FileRef } from '../../../src/chat/file-ref.ts';
import type { Form } from '../../../src/chat/form.ts';
import { limits } from '../limits.ts';
import type { KeptForm } from './form-memo.ts';

/** What a redrawn form remembers of the files it was given: Slack cannot prefill them. */
export function keptFiles({ fields }: Form): KeptForm | undefined {
  const kept = fields.flatMap((field) =>
    field.kind === 'file' && field.initial !== undefined && field.initial.length > 0
      ? [[field.name, field.initial.map(({ ref, name }) => [ref, shortName(name)] as [string, string])] as const]
      : [],
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The remembered files of a field as they were answered. */
export function asAnswer(kept: KeptForm[string] | undefined, workspace: string): FileRef[] {
  return (kept ?? []).map(([ref, name]) => ({ platform: 'slack', workspace, ref, name }));
}

/** Keeps the end, which has the extension. */
function shortName(name: string): string {
  const letters = Array.from(name);
  return letters.length > limits.rememberedName ? letters.slice(-limits.rememberedName).join('') : name;
}
