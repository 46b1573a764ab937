import { readFileSync } from 'node:fs';
import type { DecisionResult } from '../../src/records/decide/decision.ts';

/** A table in a text page: its lines of words under a heading line, up to the next empty line. */
export function readTable(page: URL, heading: string): { readonly columns: string[]; readonly rows: string[][] } {
  const lines = readFileSync(page, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading));
  if (start < 0) throw new Error(`no table under "${heading}"`);
  const head = lines.findIndex((line, index) => index > start && /^\s{10,}\S/.test(line));
  const end = lines.findIndex((line, index) => index > head && line.trim() === '');
  const wordsOf = (line = '') => line.trim().split(/\s+/);
  return { columns: wordsOf(lines[head]), rows: lines.slice(head + 1, end < 0 ? undefined : end).map(wordsOf) };
}

/** A verdict in the words of the tables. Invalid answers say nothing about who may, so they are told apart. */
export function markOf(verdict: DecisionResult<unknown>): string {
  switch (verdict.verdict) {
    case 'done':
      return '+';
    case 'repeated':
      return 'repeated';
    case 'errors':
      return `errors in ${Object.keys(verdict.errors).join(', ')}`;
    case 'refused': {
      const marks: Readonly<Record<string, string>> = {
        'refusal.ownWork': 'o',
        'refusal.otherRole': 'x',
        'refusal.noSuchMove': '-',
        'refusal.alreadyDone': 'done',
        'refusal.notNow': 'no',
        'refusal.noSuchRecord': 'h',
        'finding.refusal.nothingToConfirm': '!',
        'finding.refusal.noContest': '!',
        'finding.refusal.notRestricted': '!',
        'incident.refusal.noCallBack': '!',
        'callBack.refusal.taken': '!',
        'complaint.refusal.inWords': '!',
      };
      return marks[verdict.refusal.key] ?? verdict.refusal.key;
    }
    default:
      return verdict satisfies never;
  }
}
