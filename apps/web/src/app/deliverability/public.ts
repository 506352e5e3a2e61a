export { ActionDeliverabilityCard } from './action-card';
export { DeliverabilityCard } from './deliverability-card';
