const EVERY = 50;

/** Says how far a run has come: in place on a terminal, in a line now and then elsewhere. */
export class Progress {
  #done = 0;
  readonly #total: number;

  constructor(total: number) {
    this.#total = total;
  }

  step(): void {
    this.#done += 1;
    if (process.stderr.isTTY) process.stderr.write(`\r${this.#line()}`);
    else if (this.#done % EVERY === 0) process.stderr.write(`${this.#line()}\n`);
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }

  #line(): string {
    return `${String(this.#done)} of ${String(this.#total)} payloads`;
  }
}
