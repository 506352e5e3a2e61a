import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';

/** A session that has ended leads to the sign-in page, and from there back to where its owner was. */
export const signInWhenAsked: HttpInterceptorFn = (request, next) => {
  const router = inject(Router);
  return next(request).pipe(
    catchError((thrown: unknown) => {
      const ended = thrown instanceof HttpErrorResponse && thrown.status === 401 && (thrown.error as { readonly code?: string } | null)?.code === 'sign_in_needed';
      if (ended && !router.url.startsWith('/sign-in')) void router.navigate(['/sign-in'], { queryParams: { back: router.url } });
      return throwError(() => thrown);
    }),
  );
};
