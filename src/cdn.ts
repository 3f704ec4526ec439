/** What a page without a bundler loads: everything for a desk that is connected to a gateway, with a Lit of its own. */
export * from './index.js';
export * from './transports/web-socket/index.js';
