import { Injectable, signal } from '@angular/core';
import { refusedBy } from './refused';

interface Asked {
  readonly heading: string;
  readonly says: string;
  answer(reason: string | undefined): void;
}

/** Asks why, once, for deeds that change what a board approved; the dialog is the shell's. */
@Injectable({ providedIn: 'root' })
export class Why {
  readonly asked = signal<Asked | undefined>(undefined);

  /** Does a deed; where it is refused for want of a reason, asks for one and does it again. Undefined when nobody gave one. */
  async with<T>(deed: (reason?: string) => Promise<T>): Promise<T | undefined> {
    try {
      return await deed();
    } catch (thrown) {
      const refused = refusedBy(thrown);
      const wanted = refused.problem.fields?.find((one) => one.field === 'reason');
      if (!wanted) throw refused;
      const reason = await this.ask(`${wanted.message}.`);
      return reason === undefined ? undefined : deed(reason);
    }
  }

  /** The reason that somebody gives; undefined when they leave it. */
  ask(says: string, heading = 'Why does this change?'): Promise<string | undefined> {
    return new Promise((resolve) =>
      this.asked.set({
        heading,
        says,
        answer: (reason) => {
          this.asked.set(undefined);
          resolve(reason);
        },
      }),
    );
  }
}
