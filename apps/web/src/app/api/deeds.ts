import { inject } from '@angular/core';
import { Toasts } from '@followthrough/ui';
import { refusedBy } from './refused';

/** Does what a button asks for, and says what was refused. */
export type Deeds = (work: () => Promise<unknown>) => Promise<void>;

export function deeds(): Deeds {
  const toasts = inject(Toasts);
  return async (work) => {
    try {
      await work();
    } catch (thrown) {
      toasts.say(refusedBy(thrown).sentence);
    }
  };
}
