/** Entries a block may hold before it is split in two: small enough to insert into, large enough to keep few blocks. */
const BLOCK_SIZE = 512;

interface Block {
  keys: string[];
  ids: number[];
}

/** A sorted multimap from key to the ids of documents: what an index is made of. */
export class OrderedKeys {
  #blocks: Block[] = [{ keys: [], ids: [] }];

  add(key: string, id: number): void {
    const { at, block, position } = this.#place(key, id);
    // Documents under one key share its string: a word stands in thousands of them.
    const before = block.keys[position - 1];
    block.keys.splice(position, 0, before === key ? before : key);
    block.ids.splice(position, 0, id);
    if (block.keys.length <= BLOCK_SIZE) return;
    const half = BLOCK_SIZE >> 1;
    this.#blocks.splice(at + 1, 0, { keys: block.keys.splice(half), ids: block.ids.splice(half) });
  }

  remove(key: string, id: number): void {
    const { at, block, position } = this.#place(key, id);
    if (block.keys[position] !== key || block.ids[position] !== id) return;
    block.keys.splice(position, 1);
    block.ids.splice(position, 1);
    if (block.keys.length === 0 && this.#blocks.length > 1) this.#blocks.splice(at, 1);
  }

  /** The ids of all entries with `from <= key < to`, in order. */
  ids(from: string, to: string): number[] {
    const found: number[] = [];
    for (const { block, start, end } of this.#ranges(from, to)) {
      for (let at = start; at < end; at += 1) found.push(block.ids[at] ?? 0);
    }
    return found;
  }

  count(from: string, to: string): number {
    let count = 0;
    for (const { start, end } of this.#ranges(from, to)) count += end - start;
    return count;
  }

  /** Where an entry stands, or would stand. */
  #place(key: string, id: number): { at: number; block: Block; position: number } {
    const at = this.#blockFrom(key, id);
    const block = this.#blocks[at] ?? { keys: [], ids: [] };
    return { at, block, position: positionIn(block, key, id) };
  }

  *#ranges(from: string, to: string): Generator<{ block: Block; start: number; end: number }> {
    for (let at = this.#blockFrom(from, -1); at < this.#blocks.length; at += 1) {
      const block = this.#blocks[at];
      if (block === undefined) return;
      const start = positionIn(block, from, -1);
      const end = positionIn(block, to, -1);
      if (start < end) yield { block, start, end };
      if (end < block.keys.length) return;
    }
  }

  /** The first block whose last entry is not before this one; the last block if all are. */
  #blockFrom(key: string, id: number): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = this.#blocks[middle];
      if (block !== undefined && positionIn(block, key, id) < block.keys.length) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Where an entry stands in a block, or would stand. */
function positionIn(block: Block, key: string, id: number): number {
  let low = 0;
  let high = block.keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = block.keys[middle] ?? '';
    if (other < key || (other === key && (block.ids[middle] ?? 0) < id)) low = middle + 1;
    else high = middle;
  }
  return low;
}
