export * from './caller';
export * from './databases';
export * from './listener';
