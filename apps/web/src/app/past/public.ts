export { AsAtBanner } from './as-at-banner';
export { AsAtChooser } from './as-at-chooser';
export { isBeforeTheRecord } from './before-the-record';
export { Moment } from './moment';
export { narrowed } from './narrowed';
export { inThePast } from './in-the-past';
export { PastActionScreen } from './past-action-screen';
export { PastPlanScreen } from './past-plan-screen';
