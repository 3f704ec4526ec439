/**
 * A web-test-runner plugin for what a user does, alike in all three browsers. In a test:
 * `await executeServerCommand('keys', { text: 'any text' })` or `{ chord: 'Shift+Tab' }`;
 * `await executeServerCommand('viewport', { width: 400, height: 800 })`, then await a frame or two;
 * `await executeServerCommand('media-features', { 'forced-colors': 'active' })`, answers false where the browser cannot.
 */

/** WebDriver's code points for keys that are no character. */
const WEBDRIVER_KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  F10: '\uE03A',
  F6: '\uE036',
  Space: ' ',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};

/** "Control+a" to ['Control', 'a'], and "Control++" to ['Control', '+']. */
const keysOf = (chord) => chord.split(/\+(?=.)/);

// Emulation ends with the protocol session that set it, so each page keeps one.
const protocolSessions = new WeakMap();

async function setMediaFeatures(browser, page, features) {
  if (!page || browser.name === 'Firefox') return false;
  if (!protocolSessions.has(page)) protocolSessions.set(page, await page.createCDPSession());
  const emulated = Object.entries(features).map(([name, value]) => ({ name, value }));
  await protocolSessions.get(page).send('Emulation.setEmulatedMedia', { features: emulated });
  return true;
}

async function setViewport(browser, page, { width, height }) {
  if (page) {
    await page.setViewport({ width, height });
    return true;
  }
  const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
  const [frameWidth, frameHeight] = await browser.driver.execute(script);
  await browser.driver.setWindowRect(null, null, width + frameWidth, height + frameHeight);
  return true;
}

/** Firefox gives a tab that is used again no focus, and then no key reaches the page; a tab that comes and goes mends it. */
async function focusWindow(page) {
  if (await page.evaluate(() => document.hasFocus())) return;
  const other = await page.browser().newPage();
  await other.close();
  await page.bringToFront();
}

async function typeInPage(page, { text, chord }) {
  await focusWindow(page);
  if (text !== undefined) {
    await page.keyboard.type(text);
    return;
  }
  const modifiers = keysOf(chord);
  const key = modifiers.pop();
  for (const modifier of modifiers) await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  for (const modifier of modifiers.reverse()) await page.keyboard.up(modifier);
}

const keyActions = (keys) => [
  ...keys.map((value) => ({ type: 'keyDown', value })),
  ...[...keys].reverse().map((value) => ({ type: 'keyUp', value })),
];

async function typeByDriver(driver, { text, chord }) {
  const strokes =
    text === undefined
      ? [keysOf(chord).map((key) => WEBDRIVER_KEYS[key] ?? key)]
      : [...text].map((character) => [character]);
  await driver.performActions([{ type: 'key', id: 'keyboard', actions: strokes.flatMap(keyActions) }]);
  await driver.releaseActions();
}

export const userPlugin = () => ({
  name: 'user',
  async executeCommand({ command, payload, session: { id, browser } }) {
    const page = browser.type === 'puppeteer' ? browser.getPage(id) : undefined;
    if (command === 'media-features') return setMediaFeatures(browser, page, payload);
    if (command === 'viewport') return setViewport(browser, page, payload);
    if (command !== 'keys') return undefined; // another plugin's command
    await (page ? typeInPage(page, payload) : typeByDriver(browser.driver, payload));
    return true;
  },
});
