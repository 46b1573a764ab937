import type { Answers } from '../../../src/chat/form.ts';
import { type FieldKind, joinLongText, readControlName } from '../render/field-name.ts';

interface Control {
  readonly kind: FieldKind;
  readonly part: number;
  readonly value: unknown;
}

const numeric = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** `12` and `１２` as numbers; anything else stays as it was typed, for the schema to reject with its own message. */
function readNumber(written: string): number | string {
  const folded = written.normalize('NFKC').trim();
  return numeric.test(folded) ? Number(folded) : written;
}

function readValue(kind: FieldKind, controls: readonly Control[]): unknown {
  const [value] = controls.map((control) => control.value);
  const written = typeof value === 'string' ? value : undefined;
  switch (kind) {
    case 'long': {
      const parts = controls.toSorted((a, b) => a.part - b.part).map((control) => control.value);
      return joinLongText(parts.filter((part) => typeof part === 'string')) || undefined;
    }
    case 'many': {
      const values = Array.isArray(value) ? value : written ? [written] : [];
      return values.length > 0 ? values : undefined;
    }
    case 'number':
      return written === undefined || written.trim() === '' ? undefined : readNumber(written);
    // `2026-01-02 +0800`: the day as it was picked, regardless of the zone.
    case 'date':
      return written === undefined ? undefined : written.slice(0, 10) || undefined;
    case 'text':
    case 'one':
      return written === '' ? undefined : value;
    default:
      return kind satisfies never;
  }
}

/** The values of a submitted form as answers by field name, in the shapes of `src/chat/form.ts`; absent if left empty. */
export function readAnswers(formValue: Readonly<Record<string, unknown>>): Answers {
  const fields = new Map<string, Control[]>();
  for (const [name, value] of Object.entries(formValue)) {
    const read = readControlName(name);
    if (read === null || value === null || value === undefined) continue;
    const { field, kind, part } = read;
    fields.set(field, [...(fields.get(field) ?? []), { kind, part, value }]);
  }
  const answers = [...fields].flatMap(([field, controls]) => {
    const value = controls[0] && readValue(controls[0].kind, controls);
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries(answers);
}
