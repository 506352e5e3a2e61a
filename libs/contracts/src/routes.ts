import { capacityRoutes } from './capacity';
import { organisationRoutes } from './organisations';

/** Every route there is. A controller that serves something else, or a route nobody serves, fails a test. */
export const routes = {
  capacity: capacityRoutes,
  organisations: organisationRoutes,
};
