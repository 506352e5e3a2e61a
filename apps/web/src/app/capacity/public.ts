export { CapacityViews } from './capacity-views';
export { HeatCell, type HeatFigure } from './heat-cell';
export { HeatKeys } from './heat-keys';
