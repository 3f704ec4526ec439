/** The three browser launchers for web-test-runner: Chromium, Firefox (WebDriver BiDi) and WebKitGTK (WebDriver). */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { CHROMIUM_ARGUMENTS, chromiumPath, firefoxPath, webkitPath } from './browsers.mjs';

export const chromium = () =>
  chromeLauncher({ launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS } });

export const firefox = () =>
  chromeLauncher({
    puppeteer: puppeteerCore,
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath: firefoxPath() },
  });

/** Starts a screen of its own and answers its name, such as ":99". */
function startScreen(children) {
  const options = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
  const screen = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  children.push(screen);
  return new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilDriverAnswers(port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`WebKitWebDriver did not answer on port ${port} within 10 seconds.`);
}

async function startDriver(children) {
  const display = await startScreen(children);
  const port = await findFreePort();
  const environment = { ...process.env, DISPLAY: display };
  children.push(
    spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env: environment }),
  );
  await untilDriverAnswers(port);
  return port;
}

const webkitCapabilities = () => ({
  browserName: 'MiniBrowser',
  'wdio:enforceWebDriverClassic': true,
  'webkitgtk:browserOptions': { binary: webkitPath(), args: ['--automation'] },
});

export function webkit() {
  const options = { hostname: '127.0.0.1', path: '/', port: 0, capabilities: webkitCapabilities() };
  const launcher = webdriverLauncher(options);
  const { initialize, stop } = launcher;
  const children = [];
  const endChildren = () => {
    for (const child of children.splice(0).reverse()) child.kill();
  };
  process.once('exit', endChildren);

  launcher.concurrency = 1; // a page of its own instead of an iframe: real mouse input needs that
  launcher.initialize = async function initializeWebkit(config) {
    await initialize.call(this, { ...config, concurrency: 1 });
    this.name = 'WebKitGTK';
    options.port = await startDriver(children);
  };
  launcher.stop = async function stopWebkit() {
    await stop.call(this);
    endChildren();
  };
  return launcher;
}
