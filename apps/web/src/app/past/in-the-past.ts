import { inject } from '@angular/core';
import { Router } from '@angular/router';

/** The address names a moment: the screen of that moment is shown, which has nothing to edit. */
export const inThePast = (): boolean => !!inject(Router).currentNavigation()?.extractedUrl.queryParams['at'];
