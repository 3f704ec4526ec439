export * from './composer-strings.js';
export * from './editor-strings.js';
export * from './desk-strings.js';
export * from './failure-strings.js';
export * from './message-strings.js';
export * from './strings.js';
export * from './transcript-strings.js';
