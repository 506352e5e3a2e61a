export { AsAtBanner } from './as-at-banner';
export { AsAtChooser } from './as-at-chooser';
export { Moment } from './moment';
export { narrowed } from './narrowed';
export { inThePast } from './in-the-past';
export { PastActionScreen } from './past-action-screen';
export { PastPlanScreen } from './past-plan-screen';
