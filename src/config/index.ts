export * from './options.js';
export * from './options-schema.js';
