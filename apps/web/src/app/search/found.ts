import { inject } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';
import type { Found } from '@followthrough/contracts';
import { Here } from '../session/here';

/** Where a thing that was found is. A cause has no page of its own: it stands out among the others. For field initialisers. */
export function foundAddress(): (one: Found) => UrlTree {
  const [router, here] = [inject(Router), inject(Here)];
  return ({ kind, id }) => {
    switch (kind) {
      case 'action':
        return router.createUrlTree(['/', here.slug(), 'actions', id]);
      case 'finding':
        return router.createUrlTree(['/', here.slug(), 'findings', id]);
      case 'cause':
        return router.createUrlTree(['/', here.slug(), 'causes'], { queryParams: { cause: id } });
    }
  };
}
