import { Injectable } from '@angular/core';

interface Kept {
  readonly receipt: string;
  readonly choices: number[];
}

/** A secret vote is known to nobody but this device: its receipt, which lets it be changed, and what was chosen. */
@Injectable({ providedIn: 'root' })
export class Receipts {
  /** Keeps what was chosen now; the receipt stays the one that the first vote went with. */
  keep(poll: string, choices: number[]): string {
    const receipt = this.read(poll)?.receipt ?? crypto.randomUUID();
    try {
      localStorage.setItem(keyOf(poll), JSON.stringify({ receipt, choices } satisfies Kept));
    } catch {
      // Without a memory the vote still counts; it only cannot be changed.
    }
    return receipt;
  }

  choices(poll: string): number[] | null {
    return this.read(poll)?.choices ?? null;
  }

  private read(poll: string): Kept | undefined {
    try {
      return JSON.parse(localStorage.getItem(keyOf(poll)) ?? 'null') as Kept | undefined;
    } catch {
      return undefined;
    }
  }
}

const keyOf = (poll: string): string => `followthrough.receipt.${poll}`;
