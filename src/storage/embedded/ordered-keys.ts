import { KeyBlock } from './key-block.ts';
import { AFTER_ALL } from './key-encoding.ts';

/** Entries of one block: those from `start` to `end`, without that. */
interface Part {
  block: KeyBlock;
  start: number;
  end: number;
}

/** The entries between two keys. */
export type Stretch = readonly Part[];

/**
 * A sorted multimap from key to the ids of documents: what an index is made of. It is walked as it was when the walk
 * began, however it is changed meanwhile: a block that is walked is copied before the next change of it.
 */
export class OrderedKeys {
  #blocks = [KeyBlock.of([], [])];

  /** Takes blocks that are in order, in place of all that was there. */
  fill(blocks: readonly KeyBlock[]): void {
    this.#blocks = blocks.length > 0 ? [...blocks] : [KeyBlock.of([], [])];
  }

  add(key: string, id: number): void {
    const at = this.#blockFrom(key, id);
    const block = this.#owned(at);
    if (!block.add(key, id)) this.#blocks.splice(at, 1, ...block.withMore(key, id));
  }

  remove(key: string, id: number): void {
    const at = this.#blockFrom(key, id);
    const block = this.#owned(at);
    block.remove(key, id);
    const next = this.#blocks[at + 1];
    const joined = next && block.joined(next);
    if (joined) this.#blocks.splice(at, 2, joined);
    else if (block.size === 0 && this.#blocks.length > 1) this.#blocks.splice(at, 1);
  }

  /** The entries with `from <= key < to`, which stay as they are for whoever walks them. */
  stretch(from: string, to: string): Stretch {
    const parts = this.#parts(from, to);
    for (const { block } of parts) block.shared = true;
    return parts;
  }

  /** The ids of all entries with `from <= key < to`, in order. */
  ids(from: string, to: string): number[] {
    return [...idsOf(this.#parts(from, to), false)];
  }

  count(from: string, to: string): number {
    return this.#parts(from, to).reduce((sum, { start, end }) => sum + end - start, 0);
  }

  /** The second id under a key that has several. */
  repeated(): number | undefined {
    let last: string | undefined;
    for (const { key, id } of entriesOf(this.#parts('', AFTER_ALL), 0, false)) {
      if (key === last) return id;
      last = key;
    }
    return undefined;
  }

  #parts(from: string, to: string): Part[] {
    const parts: Part[] = [];
    const [first, last] = [this.#blockFrom(from, -1), this.#blockFrom(to, -1)];
    for (let at = first; at <= last; at += 1) {
      const block = this.#at(at);
      const start = at === first ? block.before(from, -1) : 0;
      const end = at === last ? block.before(to, -1) : block.size;
      if (start < end) parts.push({ block, start, end });
    }
    return parts;
  }

  #at(at: number): KeyBlock {
    return this.#blocks[at] ?? KeyBlock.of([], []);
  }

  /** A block that may be changed. */
  #owned(at: number): KeyBlock {
    const block = this.#at(at);
    if (!block.shared) return block;
    const copy = block.copy();
    this.#blocks[at] = copy;
    return copy;
  }

  /** The first block whose last entry is not before this one; the last block if all are. */
  #blockFrom(key: string, id: number): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(middle).isBefore(key, id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The ids of a stretch, in the order of the keys or against it. */
export function* idsOf(stretch: Stretch, backward: boolean): Generator<number> {
  for (const { block, at } of placesIn(stretch, backward)) yield block.idAt(at);
}

/** A key, or the end of one, and the id under it. */
export interface KeyEntry {
  key: string;
  id: number;
}

/** The entries of a stretch, their keys without the first `skip` characters, in the order of the keys or against it. */
export function* entriesOf(stretch: Stretch, skip: number, backward: boolean): Generator<KeyEntry> {
  for (const { block, at } of placesIn(stretch, backward))
    yield { key: block.keyAt(at).slice(skip), id: block.idAt(at) };
}

function* placesIn(stretch: Stretch, backward: boolean): Generator<{ block: KeyBlock; at: number }> {
  for (const { block, start, end } of backward ? stretch.toReversed() : stretch) {
    for (let place = start; place < end; place += 1) yield { block, at: backward ? start + end - 1 - place : place };
  }
}
