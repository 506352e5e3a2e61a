import type { Routes } from '@angular/router';
import { enterLocality, goHome } from './session/enter';

/** Every address. One line a feature, loaded when somebody goes there. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [goHome], children: [] },
  { path: '', loadChildren: async () => (await import('./identity/identity.routes')).identityRoutes },
  { path: 'join', loadChildren: async () => (await import('./rooms/rooms.routes')).joinRoutes },
  { path: 'not-found', title: 'Not found', loadComponent: async () => (await import('./shell/not-found')).NotFound },
  {
    path: ':locality',
    canActivate: [enterLocality],
    children: [
      { path: '', pathMatch: 'full', canActivate: [goHome], children: [] },
      { path: 'findings/:id/diagnosis', loadChildren: async () => (await import('./diagnoses/diagnoses.routes')).diagnosesRoutes },
      { path: 'findings/reviews', loadChildren: async () => (await import('./reviews/reviews.routes')).reviewsRoutes },
      { path: 'findings/frameworks', loadChildren: async () => (await import('./frameworks/frameworks.routes')).frameworksRoutes },
      { path: 'findings', loadChildren: async () => (await import('./findings/findings.routes')).findingsRoutes },
      { path: 'dashboard', loadChildren: async () => (await import('./dashboard/dashboard.routes')).dashboardRoutes },
      { path: 'search', loadChildren: async () => (await import('./search/search.routes')).searchRoutes },
      { path: 'my-work', loadChildren: async () => (await import('./my-work/my-work.routes')).myWorkScreens },
      { path: 'plan/agreement', loadChildren: async () => (await import('./plans/plans.routes')).agreementRoutes },
      { path: 'plan/health', loadChildren: async () => (await import('./plan-health/plan-health.routes')).planHealthScreens },
      { path: 'plan/ladder', loadChildren: async () => (await import('./ladder/ladder.routes')).ladderScreens },
      { path: 'programmes', loadChildren: async () => (await import('./programmes/programmes.routes')).programmesRoutes },
      { path: 'plan', loadChildren: async () => (await import('./actions/actions.routes')).planRoutes },
      { path: 'plans/:plan', loadChildren: async () => (await import('./versions/versions.routes')).versionsRoutes },
      { path: 'actions/:id/update', loadChildren: async () => (await import('./updates/updates.routes')).updatesRoutes },
      { path: 'actions', loadChildren: async () => (await import('./actions/actions.routes')).actionsRoutes },
      { path: 'decisions', loadChildren: async () => (await import('./decisions/decisions.routes')).decisionsRoutes },
      { path: 'threads', loadChildren: async () => (await import('./threads/threads.routes')).threadsRoutes },
      { path: 'causes', loadChildren: async () => (await import('./causes/causes.routes')).causesRoutes },
      { path: 'chases', loadChildren: async () => (await import('./chases/chases.routes')).chasesRoutes },
      { path: 'imports', loadChildren: async () => (await import('./imports/imports.routes')).importsRoutes },
      { path: 'organisations', loadChildren: async () => (await import('./organisations/organisations.routes')).organisationsRoutes },
      { path: 'people', loadChildren: async () => (await import('./people/people.routes')).peopleRoutes },
      { path: 'settings', loadChildren: async () => (await import('./settings/settings.routes')).settingsRoutes },
      { path: 'capacity', loadChildren: async () => (await import('./capacity/capacity.routes')).capacityRoutes },
      { path: 'summits', loadChildren: async () => (await import('./summits/summits.routes')).summitsRoutes },
      { path: 'welcome', title: 'Welcome', loadComponent: async () => (await import('./shell/welcome')).Welcome },
      { path: '**', title: 'Not found', loadComponent: async () => (await import('./shell/not-found')).NotFound },
    ],
  },
];
