import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, ErrorHandler, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling, withNavigationErrorHandler, withRouterConfig } from '@angular/router';
import { signInWhenAsked } from './api/sign-in-when-asked';
import { routes } from './app.routes';
import { PageTitle } from './shell/page-title';
import { loadAfresh, WentWrong } from './shell/went-wrong';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withComponentInputBinding(), withNavigationErrorHandler(loadAfresh), withRouterConfig({ resolveNavigationPromiseOnError: true }), withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' })),
    provideHttpClient(withInterceptors([signInWhenAsked])),
    { provide: ErrorHandler, useClass: WentWrong },
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
