/** Where the test browsers are, on Linux and macOS (Windows: Chrome and Firefox), and which of them this machine can run. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const programFiles = process.env.PROGRAMFILES ?? 'C:\\Program Files';

const CHROMIUM_PATHS = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(programFiles, 'Google', 'Chrome', 'Application', 'chrome.exe'),
];

const FIREFOX_PATHS = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  join(programFiles, 'Mozilla Firefox', 'firefox.exe'),
];

const firstExisting = (paths) => paths.find((path) => path && existsSync(path));

/** The executable of Chromium or Chrome, or undefined. */
export const chromiumPath = () => firstExisting(CHROMIUM_PATHS);

/** The executable of Firefox, or undefined. */
export const firefoxPath = () => firstExisting(FIREFOX_PATHS);

/** The small browser that WebKitGTK ships for automation, or undefined. */
export function webkitPath() {
  if (process.platform !== 'linux') return undefined;
  const libraries = readdirSync('/usr/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return firstExisting(
    libraries.flatMap(({ name }) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) => join('/usr/lib', name, version, 'MiniBrowser')),
    ),
  );
}

const webkitIsComplete = () =>
  webkitPath() !== undefined && existsSync('/usr/bin/WebKitWebDriver') && existsSync('/usr/bin/Xvfb');

/** Per browser: whether it is here, its Debian packages, and what to do by hand. */
export const BROWSERS = {
  chromium: {
    isHere: () => chromiumPath() !== undefined,
    packages: ['chromium'],
    byHand: 'install Chromium or Google Chrome, or set CHROME_PATH to its executable',
  },
  firefox: {
    isHere: () => firefoxPath() !== undefined,
    packages: ['firefox-esr'],
    byHand: 'install Firefox, or set FIREFOX_PATH to its executable',
  },
  webkit: {
    isHere: webkitIsComplete,
    packages: ['webkit2gtk-driver', 'xvfb'],
    byHand: 'install WebKitWebDriver and Xvfb',
  },
};

/** The browsers to test in: those named in BROWSERS, else every one that this platform can automate. */
export function wantedBrowsers() {
  if (!process.env.BROWSERS)
    return process.platform === 'linux' ? ['chromium', 'firefox', 'webkit'] : ['chromium', 'firefox'];
  const names = process.env.BROWSERS.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(name in BROWSERS));
  if (unknown.length > 0) {
    throw new Error(`BROWSERS names ${unknown.join(', ')}; known are ${Object.keys(BROWSERS).join(', ')}.`);
  }
  return names;
}

/** What Chromium is started with: no sandbox (containers run as root), and no traffic of its own. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
