/** Writes lines to standard output: the only place where the command line prints. */
export function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
