import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { navigation } from '../shell/navigation';
import { Here } from './here';
import { Me } from './me';

/** Into a locality: whoever is signed in and belongs there. Anybody else signs in first, or is told that nothing is there. */
export const enterLocality: CanActivateFn = async (route, state) => {
  const [me, here, router] = [inject(Me), inject(Here), inject(Router)];
  const { user, localities } = await me.known();
  if (!user) return router.createUrlTree(['/sign-in'], { queryParams: { back: state.url } });
  const slug = route.paramMap.get('locality') ?? '';
  if (!localities.some((one) => one.slug === slug)) return nothingThere(router);
  here.slug.set(slug);
  return true;
};

/** The address without a screen: the first place that this person may see. */
export const goHome: CanActivateFn = async (route) => {
  const [me, here, router] = [inject(Me), inject(Here), inject(Router)];
  const { user, localities } = await me.known();
  if (!user) return router.createUrlTree(['/sign-in']);
  const slug = route.parent?.paramMap.get('locality') ?? localities[0]?.slug;
  if (!slug) return nothingThere(router);
  here.slug.set(slug);
  const mine = navigation.filter((item) => me.may(item.may));
  const first = mine.find((item) => item.homeOf?.some((role) => me.roles().includes(role))) ?? mine[0];
  return router.createUrlTree(['/', slug, first?.path ?? 'not-found']);
};

/** The address stays as it was, to be looked at and corrected. */
const nothingThere = (router: Router): RedirectCommand => new RedirectCommand(router.parseUrl('/not-found'), { skipLocationChange: true });
