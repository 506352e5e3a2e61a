import { Injectable, signal } from '@angular/core';

/** Said by the client when a deed was refused because the session has ended. */
@Injectable({ providedIn: 'root' })
export class SessionEnded {
  readonly is = signal(false);
}
