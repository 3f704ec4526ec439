export * from './backoff.js';
export * from './delivery-machine.js';
export * from './desk-machine.js';
export * from './session-endings.js';
export * from './session-events.js';
export * from './session-machine.js';
export * from './stream-follower.js';
