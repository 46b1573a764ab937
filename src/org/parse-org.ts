import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Locale } from '../i18n/locale.ts';
import { findProblems, type Problem } from './find-problems.ts';
import { type OrgData, orgSchema } from './org-schema.ts';
import type { OrgPath } from './problem.ts';

/** A mistake in `org.yaml`, with its place; line and column count from 1. */
export interface LocatedProblem {
  readonly line: number;
  readonly column: number;
  /** What it concerns, such as `people[3].email`; empty for the file as a whole. */
  readonly where: string;
  readonly message: string;
}

/** The parsed `org.yaml`, or all of its mistakes. */
export type ParsedOrg =
  | { readonly ok: true; readonly data: OrgData }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** Parses the text of an `org.yaml`. Never throws, whatever the text contains. */
export function parseOrg(text: string, locale: Locale): ParsedOrg {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const placeOf = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({ ...placeOf(pos[0]), where: '', message }));
    return { ok: false, problems };
  }
  const locate = ({ path, message }: Problem): LocatedProblem => ({
    ...placeOf(offsetOf(document, path)),
    where: path.reduce<string>(joinPath, ''),
    message,
  });
  const parsed = orgSchema.safeParse(toPlain(document));
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(toProblems).map(locate) };
  const problems = findProblems(parsed.data, locale);
  return problems.length > 0 ? { ok: false, problems: problems.map(locate) } : { ok: true, data: parsed.data };
}

/** A problem as one line in compiler format: `org.yaml:12:5: people[3].email: ...`. */
export function formatProblem({ line, column, where, message }: LocatedProblem, file: string): string {
  return [`${file}:${line}:${column}`, ...(where ? [where] : []), message].join(': ');
}

function toPlain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    // More aliases than any organization needs: a guard against a file that expands without end.
    return undefined;
  }
}

function toProblems(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  // The place of each unknown key, rather than of the map that holds it.
  return issue.keys.map((key) => ({ path: [...path, key], message: issue.message }));
}

function joinPath(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** The offset of a path's key or list item; if it is not in the file, that of its nearest ancestor. */
function offsetOf(document: Document, path: OrgPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const key = isMap(parent) ? parent.items.find((pair) => isScalar(pair.key) && pair.key.value === last)?.key : null;
    const node = isNode(key) ? key : isMap(parent) ? undefined : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
