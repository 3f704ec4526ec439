/** Makes sure that the test browsers are here: as root on Debian or Ubuntu it installs them, else it says what to do. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { BROWSERS, wantedBrowsers } from './browsers.mjs';

const FONT_PACKAGES = ['fonts-noto-color-emoji', 'fonts-noto-core'];
const FONT_FILES = [
  '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
  '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf',
];

const canUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

function apt(...options) {
  execFileSync('apt-get', ['-qq', ...options], { stdio: ['ignore', 'inherit', 'inherit'], env: environment });
}

const wanted = wantedBrowsers();
const missing = () => wanted.filter((name) => !BROWSERS[name].isHere());
const missingFonts = FONT_PACKAGES.filter((_, index) => !existsSync(FONT_FILES[index]));

if (canUseApt && (missing().length > 0 || missingFonts.length > 0)) {
  const packages = [...missing().flatMap((name) => BROWSERS[name].packages), ...missingFonts];
  console.log(`Installing ${packages.join(', ')}`);
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
  } catch (error) {
    console.error(`apt-get failed: ${error.message}`);
  }
}

for (const name of missing()) {
  const { byHand, packages } = BROWSERS[name];
  const debian =
    process.platform === 'linux' ? ` (Debian or Ubuntu, as root: apt-get install ${packages.join(' ')})` : '';
  console.error(
    `No ${name} found: ${byHand}${debian}. To test in other browsers only, set BROWSERS, for example BROWSERS=chromium.`,
  );
}
if (process.platform !== 'linux' && !process.env.BROWSERS) {
  console.log('WebKit is skipped: WebKitGTK, which these tests drive, runs on Linux only.');
}
process.exitCode = missing().length > 0 ? 1 : 0;
