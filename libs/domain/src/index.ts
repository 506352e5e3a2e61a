export * from './access';
export * from './organisations';
