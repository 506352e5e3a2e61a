import { ErrorHandler, inject, Injectable } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { Toasts } from '@followthrough/ui';
import { Refused } from '../api/refused';

/** Nothing fails in silence: what no screen has caught is said, and written to the browser's console for whoever mends it. */
@Injectable()
export class WentWrong implements ErrorHandler {
  private readonly toasts = inject(Toasts);

  handleError(thrown: unknown): void {
    const cause = thrown instanceof Error && 'rejection' in thrown ? thrown.rejection : thrown;
    if (cause instanceof Refused) return this.toasts.say(cause.message);
    console.error(cause);
    this.toasts.say('Something went wrong on this screen. Load it again; what was saved is safe.');
  }
}

/**
 * A part of the app that is not there any more: a newer one was put in place. The whole page is loaded afresh, once. Without a
 * connection there is nothing to load, and whoever is on a screen stays there with all that it holds.
 */
export function loadAfresh({ url, error }: NavigationError): void {
  const isGone = error instanceof TypeError && /dynamically imported module|module script|Failed to fetch/i.test(error.message);
  if (isGone && !navigator.onLine) return inject(Toasts).say('That screen needs a connection, and there is none just now. What you did here is kept.');
  const key = 'followthrough.loaded-afresh';
  if (!isGone || sessionStorage.getItem(key) === url) return inject(ErrorHandler).handleError(error);
  sessionStorage.setItem(key, url);
  location.assign(url);
}
