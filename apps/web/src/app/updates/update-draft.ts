/** What somebody types in a report stays on their own device until it is sent, so a lost connection or a closed tab loses nothing. */
const WEEK = 7 * 24 * 60 * 60 * 1000;

interface Kept<T> {
  readonly at: number;
  readonly said: T;
}

export class UpdateDraft<T extends object> {
  private readonly key: string;

  constructor(person: string, action: string) {
    this.key = `followthrough.draft.${person}.${action}`;
  }

  read(): Kept<T> | undefined {
    try {
      const text = localStorage.getItem(this.key);
      const kept = text ? (JSON.parse(text) as Kept<T>) : undefined;
      return kept && Date.now() - kept.at < WEEK ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  /** The moment it was kept, or undefined where the device keeps nothing. */
  keep(said: T): Date | undefined {
    try {
      const at = new Date();
      localStorage.setItem(this.key, JSON.stringify({ at: at.getTime(), said } satisfies Kept<T>));
      return at;
    } catch {
      return undefined;
    }
  }

  drop(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // A device that keeps nothing has nothing to drop.
    }
  }
}
