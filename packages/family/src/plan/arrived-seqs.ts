/** Which of 1, 2, 3 … have arrived, in any order and any number of times. */
export class ArrivedSeqs {
  #through = 0;
  readonly #beyond = new Set<number>();

  add(seq: number): void {
    if (seq > this.#through) this.#beyond.add(seq);
    while (this.#beyond.delete(this.#through + 1)) this.#through += 1;
  }

  /** All up to here have arrived. */
  get through(): number {
    return this.#through;
  }

  /** Something later has arrived, and something before it has not. */
  get hasGap(): boolean {
    return this.#beyond.size > 0;
  }
}
