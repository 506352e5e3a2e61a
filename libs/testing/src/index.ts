export * from './caller';
export * from './databases';
