import Database from 'libsql';

interface Waiting {
  /** Does the work and gives back what to do once it is on the disk. */
  run(): () => void;
  reject(failure: unknown): void;
}

/**
 * One SQLite file whose writers share transactions: everything asked for within one turn of the event loop is committed by
 * one flush to the disk, and nobody is answered before it.
 */
export class GroupCommit {
  readonly database: Database.Database;
  #waiting: Waiting[] = [];
  #closed = false;

  constructor(file: string) {
    this.database = new Database(file);
    // NORMAL may lose committed transactions on power loss.
    this.database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 2000;');
  }

  /** Runs `work` inside the next transaction and answers once that is on the disk; a `work` that throws is undone alone. */
  run<T>(work: (database: Database.Database) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) return reject(new Error('The database is closed.'));
      this.#waiting.push({
        run: () => {
          const value = work(this.database);
          return () => resolve(value);
        },
        reject,
      });
      if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    });
  }

  /** Commits what is waiting and closes the file. */
  close(): void {
    if (this.#closed) return;
    this.#flush();
    this.#closed = true;
    this.database.close();
  }

  #flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    try {
      this.database.exec('begin immediate');
      const confirmations = batch.map((waiting) => this.#runApart(waiting));
      this.database.exec('commit');
      for (const confirm of confirmations) confirm();
    } catch (failure) {
      if (this.database.inTransaction) this.database.exec('rollback');
      for (const waiting of batch) waiting.reject(failure);
    }
  }

  #runApart(waiting: Waiting): () => void {
    this.database.exec('savepoint apart');
    try {
      const confirm = waiting.run();
      this.database.exec('release apart');
      return confirm;
    } catch (failure) {
      this.database.exec('rollback to apart; release apart');
      return () => waiting.reject(failure);
    }
  }
}
