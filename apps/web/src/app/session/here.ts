import { Injectable, signal } from '@angular/core';

/** The locality whose screens are open, by the short name in the address. Empty outside of one. */
@Injectable({ providedIn: 'root' })
export class Here {
  readonly slug = signal('');
}
