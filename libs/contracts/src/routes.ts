import { actionRoutes } from './actions';
import { capacityRoutes } from './capacity';
import { chaseRoutes } from './chases';
import { decisionRoutes } from './decisions';
import { myWorkRoutes } from './my-work';
import { identityRoutes } from './identity';
import { frameworkRoutes } from './frameworks';
import { organisationRoutes } from './organisations';
import { planRoutes } from './plans';
import { statusWordRoutes } from './status-words';
import { updateRoutes } from './updates';

/** Every route there is. A controller that serves something else, or a route nobody serves, fails a test. */
export const routes = {
  actions: actionRoutes,
  capacity: capacityRoutes,
  chases: chaseRoutes,
  decisions: decisionRoutes,
  myWork: myWorkRoutes,
  identity: identityRoutes,
  frameworks: frameworkRoutes,
  organisations: organisationRoutes,
  plans: planRoutes,
  statusWords: statusWordRoutes,
  updates: updateRoutes,
};
