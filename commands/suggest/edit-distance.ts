/**
 * The number of letters to change, add, remove or swap with their neighbor to turn one word into another (optimal
 * string alignment). Words longer than 40 letters are not compared: infinite.
 */
export function editDistance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  if (a.length > 40 || b.length > 40) return Number.POSITIVE_INFINITY;
  let earlier: number[] = [];
  let last = b.map((_, index) => index + 1);
  last.unshift(0);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, against] of b.entries()) {
      const at = (from: readonly number[], index: number) => from[index] ?? Number.POSITIVE_INFINITY;
      const changed = at(last, j) + (letter === against ? 0 : 1);
      const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === against ? at(earlier, j - 1) + 1 : changed;
      row.push(Math.min(changed, swapped, at(last, j + 1) + 1, at(row, j) + 1));
    }
    earlier = last;
    last = row;
  }
  return last.at(-1) ?? 0;
}
