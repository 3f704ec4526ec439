export * from './default-options.js';
export * from './options.js';
export * from './options-schema.js';
export * from './permissions.js';
