/** How our TypeScript is compiled, by the build and by the tests alike: swc alone writes the types of constructor parameters that Nest and TypeORM read. */
export const swc = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true }, keepClassNames: true },
};
