import { inject, Injectable } from '@angular/core';
import { Me } from '../session/me';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** What was typed and never sent, and when. */
export interface Kept {
  /** An instant. */
  readonly at: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** What somebody types stays on their own device until it is sent, so a lost connection or a closed tab loses nothing. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly me = inject(Me);

  /** @param name of the form and of the thing it is about, such as `update.ID`; a draft is its writer's alone */
  of(name: string): Draft {
    return new Draft(`followthrough.draft.${this.me.personId() ?? ''}.${name}`);
  }
}

export class Draft {
  constructor(private readonly key: string) {}

  read(): Kept | undefined {
    try {
      const text = localStorage.getItem(this.key);
      const kept = text ? (JSON.parse(text) as Kept) : undefined;
      return kept && Date.now() - Date.parse(kept.at) < WEEK ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  /** A device that keeps nothing loses nothing that is on the screen. */
  keep(said: Kept['said']): Kept {
    const kept: Kept = { at: new Date().toISOString(), said };
    try {
      localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // The screen still has it.
    }
    return kept;
  }

  drop(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // A device that keeps nothing has nothing to drop.
    }
  }
}
