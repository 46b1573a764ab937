import { commonStart, grown, KeyBlock } from './key-block.ts';

/** Entries in a block at first, which leaves room for some more. */
const FILL = 224;
/** Shorter runs than this are sorted one by one. */
const SHORT = 16;
/** Comes before all bytes. */
const END = -1;

/** Keys and ids one after the other in the order in which they came, to be put in the order of an index all at once. */
export class KeyPile {
  #bytes: Buffer = Buffer.allocUnsafeSlow(0);
  #length = 0;
  #marks = new Uint32Array(64);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  add(key: string, id: number): void {
    const length = this.#length + key.length;
    if (length > this.#bytes.length) this.#bytes = grown(this.#bytes, 2 * length);
    if (2 * this.#count === this.#marks.length) {
      const larger = new Uint32Array(2 * this.#marks.length);
      larger.set(this.#marks);
      this.#marks = larger;
    }
    this.#length += this.#bytes.write(key, this.#length, 'latin1');
    this.#marks[2 * this.#count] = this.#length;
    this.#marks[2 * this.#count + 1] = id;
    this.#count += 1;
  }

  /** The entries in order, in blocks. */
  blocks(): KeyBlock[] {
    const order = Uint32Array.from({ length: this.#count }, (_, at) => at);
    this.#sort(order, 0, order.length, 0);
    const blocks: KeyBlock[] = [];
    for (let at = 0; at < order.length; at += FILL) blocks.push(this.#pack(order.subarray(at, at + FILL)));
    return blocks;
  }

  /** Sorts by one byte of the keys after the other (Bentley and Sedgewick, Fast Algorithms for Sorting Strings, 1997). */
  #sort(order: Uint32Array, from: number, to: number, start: number): void {
    let [low, high, depth] = [from, to, start];
    while (high - low > SHORT) {
      depth = this.#common(order, low, high, depth);
      const pivot = this.#pivot(order, low, high, depth);
      let [less, more] = [low, high];
      for (let at = low; at < more; ) {
        const byte = this.#byteAt(order[at] ?? 0, depth);
        if (byte < pivot) swap(order, less++, at++);
        else if (byte > pivot) swap(order, at, --more);
        else at += 1;
      }
      this.#sort(order, low, less, depth);
      this.#sort(order, more, high, depth);
      // Of equal keys the one that came first stays first.
      if (pivot === END) return void order.subarray(less, more).sort();
      [low, high, depth] = [less, more, depth + 1];
    }
    this.#insert(order, low, high, depth);
  }

  /** How many bytes all of these keys begin with; `depth` of them are known. */
  #common(order: Uint32Array, low: number, high: number, depth: number): number {
    const first = this.#startOf(order[low] ?? 0);
    let common = this.#endOf(order[low] ?? 0) - first;
    for (let at = low + 1; at < high && common > depth; at += 1) {
      const start = this.#startOf(order[at] ?? 0);
      const most = Math.min(common, this.#endOf(order[at] ?? 0) - start);
      common = depth;
      while (common < most && this.#bytes[first + common] === this.#bytes[start + common]) common += 1;
    }
    return common;
  }

  #insert(order: Uint32Array, low: number, high: number, depth: number): void {
    for (let next = low + 1; next < high; next += 1) {
      const entry = order[next] ?? 0;
      let at = next;
      for (; at > low && this.#compare(order[at - 1] ?? 0, entry, depth) > 0; at -= 1) order[at] = order[at - 1] ?? 0;
      order[at] = entry;
    }
  }

  #compare(one: number, other: number, depth: number): number {
    for (let at = depth; ; at += 1) {
      const byte = this.#byteAt(one, at);
      const difference = byte - this.#byteAt(other, at);
      if (difference !== 0) return difference;
      if (byte === END) return one - other;
    }
  }

  /** The middle one of three bytes. */
  #pivot(order: Uint32Array, low: number, high: number, depth: number): number {
    const [a, b, c] = [low, (low + high) >> 1, high - 1].map((at) => this.#byteAt(order[at] ?? 0, depth));
    if (a === undefined || b === undefined || c === undefined) return END;
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  #byteAt(entry: number, depth: number): number {
    const at = this.#startOf(entry) + depth;
    return at < this.#endOf(entry) ? (this.#bytes[at] ?? 0) : END;
  }

  #startOf(entry: number): number {
    return entry === 0 ? 0 : this.#endOf(entry - 1);
  }

  #endOf(entry: number): number {
    return this.#marks[2 * entry] ?? 0;
  }

  #keyOf(entry: number): string {
    return this.#bytes.toString('latin1', this.#startOf(entry), this.#endOf(entry));
  }

  #pack(order: Uint32Array): KeyBlock {
    const prefix = commonStart(this.#keyOf(order[0] ?? 0), this.#keyOf(order.at(-1) ?? 0));
    const sizes = order.map((entry) => this.#endOf(entry) - this.#startOf(entry) - prefix.length);
    const size = sizes.reduce((sum, one) => sum + one, 0);
    const ids = order.map((entry) => this.#marks[2 * entry + 1] ?? 0);
    return KeyBlock.pack(prefix, ids, size, (bytes, at, place) => {
      const end = this.#endOf(order[place] ?? 0);
      return this.#bytes.copy(bytes, at, end - (sizes[place] ?? 0), end);
    });
  }
}

function swap(order: Uint32Array, one: number, other: number): void {
  const kept = order[one] ?? 0;
  order[one] = order[other] ?? 0;
  order[other] = kept;
}
