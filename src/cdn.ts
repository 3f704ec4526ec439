/** What a page without a bundler loads: everything, with a Lit of its own. */
export * from './index.js';
