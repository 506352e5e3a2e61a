export * from './access';
export * from './capacity';
export * from './organisations';
export * from './scoring';
export * from './passwords';
