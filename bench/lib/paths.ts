import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const BENCH = at('../');
export const DIST = at('../dist/');
export const RESULTS = at('../results.json');
export const DOCUMENT = at('../../docs/performance.md');
export const CHART = at('../../docs/images/performance.svg');
export const TSCONFIG = at('../../tsconfig.json');
