/** What a block may hold: few enough that moving it up for an entry is cheap, enough to keep few blocks. */
const MOST_ENTRIES = 256;
const MOST_BYTES = 32 * 1024;

/** Some entries of an index in their order, packed: what all keys begin with is kept once, and no key is an object of its own. */
export class KeyBlock {
  /** Whether someone walks this block: it must then be copied before it is changed. */
  shared = false;
  readonly #prefix: string;
  /** What comes after the prefix, one key after the other, and some room. */
  #bytes: Buffer;
  /** Of each entry where its key ends, and its id; and some room. */
  #marks: Uint32Array;
  #size: number;

  private constructor(prefix: string, bytes: Buffer, marks: Uint32Array, size: number) {
    this.#prefix = prefix;
    this.#bytes = bytes;
    this.#marks = marks;
    this.#size = size;
  }

  /** A block of keys that are in order. */
  static of(keys: readonly string[], ids: readonly number[]): KeyBlock {
    const { length } = commonStart(keys[0] ?? '', keys.at(-1) ?? '');
    const write = (bytes: Buffer, at: number, entry: number) =>
      bytes.write(keys[entry]?.slice(length) ?? '', at, 'latin1');
    const size = keys.reduce((sum, key) => sum + key.length - length, 0);
    return KeyBlock.pack(keys[0]?.slice(0, length) ?? '', ids, size, write);
  }

  /** A block of these ids; `write` puts what comes after the prefix of an entry's key into the bytes, and answers its length. */
  static pack(
    prefix: string,
    ids: ArrayLike<number>,
    size: number,
    write: (bytes: Buffer, at: number, entry: number) => number,
  ): KeyBlock {
    const bytes = Buffer.allocUnsafeSlow(size);
    const marks = new Uint32Array(2 * ids.length);
    let end = 0;
    for (let entry = 0; entry < ids.length; entry += 1) {
      end += write(bytes, end, entry);
      marks[2 * entry] = end;
      marks[2 * entry + 1] = ids[entry] ?? 0;
    }
    return new KeyBlock(prefix, bytes, marks, ids.length);
  }

  get size(): number {
    return this.#size;
  }

  idAt(at: number): number {
    return this.#marks[2 * at + 1] ?? 0;
  }

  keyAt(at: number): string {
    return this.#prefix + this.#bytes.toString('latin1', this.#endOf(at - 1), this.#endOf(at));
  }

  /** How many entries come before this one. */
  before(key: string, id: number): number {
    if (!key.startsWith(this.#prefix)) return key < this.#prefix ? 0 : this.#size;
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(middle, key, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether all entries come before this one. */
  isBefore(key: string, id: number): boolean {
    if (!key.startsWith(this.#prefix)) return key >= this.#prefix;
    return this.#size > 0 && this.#compare(this.#size - 1, key, id) < 0;
  }

  copy(): KeyBlock {
    return new KeyBlock(this.#prefix, grown(this.#bytes, this.#bytes.length), this.#marks.slice(), this.#size);
  }

  /** Takes an entry; false if it does not fit in, and nothing has changed. */
  add(key: string, id: number): boolean {
    const used = this.#endOf(this.#size - 1);
    const added = key.length - this.#prefix.length;
    const full = this.#size === MOST_ENTRIES || (this.#size > 1 && used + added > MOST_BYTES);
    if (full || !key.startsWith(this.#prefix)) return false;
    this.#reserve(used + added);
    const at = this.before(key, id);
    const start = this.#endOf(at - 1);
    this.#bytes.copyWithin(start + added, start, used);
    this.#bytes.write(key.slice(this.#prefix.length), start, 'latin1');
    this.#marks.copyWithin(2 * at + 2, 2 * at, 2 * this.#size);
    this.#size += 1;
    this.#marks[2 * at] = start;
    this.#marks[2 * at + 1] = id;
    this.#shift(at, added);
    return true;
  }

  /** The block with an entry that did not fit in: as another, or as two of half the size. */
  withMore(key: string, id: number): KeyBlock[] {
    const at = this.before(key, id);
    const [keys, ids] = this.#entries();
    keys.splice(at, 0, key);
    ids.splice(at, 0, id);
    const half = this.#size < MOST_ENTRIES / 2 ? keys.length : keys.length >> 1;
    const parts = [
      KeyBlock.of(keys.slice(0, half), ids.slice(0, half)),
      KeyBlock.of(keys.slice(half), ids.slice(half)),
    ];
    return parts.filter((part) => part.size > 0);
  }

  /** Gives up an entry, if it is there. */
  remove(key: string, id: number): void {
    const at = this.before(key, id);
    if (at === this.#size || this.idAt(at) !== id || this.keyAt(at) !== key) return;
    const [start, end] = [this.#endOf(at - 1), this.#endOf(at)];
    this.#bytes.copyWithin(start, end, this.#endOf(this.#size - 1));
    this.#marks.copyWithin(2 * at, 2 * at + 2, 2 * this.#size);
    this.#size -= 1;
    this.#shift(at, start - end);
  }

  /** One block of this and the next, if that is not even half full. */
  joined(next: KeyBlock): KeyBlock | undefined {
    if (this.#size + next.#size > MOST_ENTRIES / 2) return undefined;
    if (this.#bytes.length + next.#bytes.length > MOST_BYTES / 2) return undefined;
    const [keys, ids] = this.#entries();
    const [more, others] = next.#entries();
    return KeyBlock.of([...keys, ...more], [...ids, ...others]);
  }

  #reserve(bytes: number): void {
    if (bytes > this.#bytes.length) this.#bytes = grown(this.#bytes, Math.ceil(bytes * 1.25));
    if (2 * this.#size === this.#marks.length) {
      const larger = new Uint32Array(Math.min(2 * MOST_ENTRIES, 2 * (this.#size + (this.#size >> 2) + 1)));
      larger.set(this.#marks);
      this.#marks = larger;
    }
  }

  /** Moves the ends of the keys from one on. */
  #shift(from: number, by: number): void {
    for (let at = 2 * from; at < 2 * this.#size; at += 2) this.#marks[at] = (this.#marks[at] ?? 0) + by;
  }

  #entries(): [keys: string[], ids: number[]] {
    const places = Array.from({ length: this.#size }, (_, at) => at);
    return [places.map((at) => this.keyAt(at)), places.map((at) => this.idAt(at))];
  }

  #endOf(at: number): number {
    return at < 0 ? 0 : (this.#marks[2 * at] ?? 0);
  }

  /** Negative if the entry at a place comes before this one. */
  #compare(at: number, key: string, id: number): number {
    const end = this.#endOf(at);
    let place = this.#prefix.length;
    for (let from = this.#endOf(at - 1); from < end; from += 1) {
      if (place === key.length) return 1;
      const difference = (this.#bytes[from] ?? 0) - key.charCodeAt(place);
      if (difference !== 0) return difference;
      place += 1;
    }
    return place < key.length ? -1 : this.idAt(at) - id;
  }
}

/** The same bytes with room for so many. */
export function grown(bytes: Buffer, size: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(size);
  bytes.copy(larger);
  return larger;
}

/** What two keys begin with. */
export function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return one.slice(0, length);
}
