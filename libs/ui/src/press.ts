import { DOCUMENT, inject, Injectable } from '@angular/core';

/**
 * Puts off what leaving a field does until the pointer is up whose press took the focus away. Done at once it may draw
 * something (a refusal, a word in a list) that moves the button from under the pointer, and then there is no click.
 */
@Injectable({ providedIn: 'root' })
export class Press {
  private isDown = false;
  private readonly waiting: (() => void)[] = [];

  constructor() {
    const document = inject(DOCUMENT);
    const up = (): void => {
      this.isDown = false;
      for (const deed of this.waiting.splice(0)) deed();
    };
    document.addEventListener('pointerdown', () => (this.isDown = true), { capture: true, passive: true });
    // A press that becomes a drag is cancelled and has no click.
    for (const type of ['pointerup', 'pointercancel']) document.addEventListener(type, up, { capture: true, passive: true });
  }

  /** Does it now, or before the click of the press that is under way. */
  after(deed: () => void): void {
    if (this.isDown) this.waiting.push(deed);
    else deed();
  }
}
