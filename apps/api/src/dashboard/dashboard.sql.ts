import { statement } from '../kernel/statement';
import { dashboardOf, NOW } from './published';

/** Of one plan ($1) or of all: two statements, so that each keeps one plan of its own in PostgreSQL. */
export const dashboard = statement('dashboard.all', dashboardOf({ ...NOW, plan: null }));
export const dashboardOfPlan = statement('dashboard.plan', dashboardOf({ ...NOW, plan: '$1' }));
