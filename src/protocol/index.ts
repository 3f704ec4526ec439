export * from './commands.js';
export * from './events.js';
export * from './http.js';
export * from './queries.js';
export * from './schemas/index.js';
export * from './streams.js';
export * from './transport.js';
export * from './wire.js';
