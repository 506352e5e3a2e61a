import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { SessionEnded } from '../session/session-ended';

/**
 * A session that has ended: a screen that cannot be read leads to the sign-in page, and from there back; a deed that was
 * refused asks to sign in again over the screen, which keeps what was typed.
 */
export const signInWhenAsked: HttpInterceptorFn = (request, next) => {
  const [router, ended] = [inject(Router), inject(SessionEnded)];
  return next(request).pipe(
    catchError((thrown: unknown) => {
      const isEnded = thrown instanceof HttpErrorResponse && thrown.status === 401 && (thrown.error as { readonly code?: string } | null)?.code === 'sign_in_needed';
      if (isEnded && request.method !== 'GET') ended.is.set(true);
      else if (isEnded && !router.url.startsWith('/sign-in')) void router.navigate(['/sign-in'], { queryParams: { back: router.url } });
      return throwError(() => thrown);
    }),
  );
};
