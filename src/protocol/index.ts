export * from './commands.js';
export * from './events.js';
export * from './queries.js';
export * from './streams.js';
export * from './transport.js';
