/** A list of unsigned 32-bit numbers that grows: half the memory of a plain array, and no boxing. */
export class GrowableUint32Array {
  length = 0;
  private items = new Uint32Array(1024);

  push(item: number): void {
    if (this.length === this.items.length) this.grow();
    this.items[this.length++] = item;
  }

  at(index: number): number {
    return this.items[index] ?? 0;
  }

  set(index: number, item: number): void {
    while (index >= this.items.length) this.grow();
    this.items[index] = item;
    if (index >= this.length) this.length = index + 1;
  }

  /** What it holds now, without a copy: good until the next change. */
  view(): Uint32Array {
    return this.items.subarray(0, this.length);
  }

  toArray(): Uint32Array {
    return this.items.slice(0, this.length);
  }

  private grow(): void {
    const larger = new Uint32Array(this.items.length * 2);
    larger.set(this.items);
    this.items = larger;
  }
}
