import { type Command, command } from '../command.ts';
import { pressEvidence, submitEvidence } from './answer-evidence.ts';

const ids = ['evidence.add', 'evidence.addTo', 'evidence.finding'] as const;

/** Commands for messages and files: a button or a form names the saved material. */
export const evidenceCommands: readonly Command[] = ids.map((id) =>
  command({
    id,
    press: (_value, press, context) => pressEvidence(press, context),
    submit: (_answers, _value, submit, context) => submitEvidence(submit, context),
  }),
);
