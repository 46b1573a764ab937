/** Writes lines to the standard output: the only place where the command line speaks. */
export function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
