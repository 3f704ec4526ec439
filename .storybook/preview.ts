/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import manifest from '../custom-elements.json';
import './stories.css';

interface Looks {
  readonly scheme: 'light' | 'dark';
  readonly theme: 'default' | 'high-contrast';
  readonly direction: 'ltr' | 'rtl';
}

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({ hideArgRef: true });

/** The elements whose theme the toolbar set; one that a story themes itself stays as it is. */
const dressed = new WeakSet<Element>();

/** The page around the elements, as a host would set it. */
function dressPage({ scheme, direction }: Looks): void {
  const root = document.documentElement;
  root.style.colorScheme = scheme;
  root.style.background = 'Canvas';
  root.dir = direction;
}

function dressElements(canvas: Element, { scheme, theme }: Looks): void {
  const words = theme === 'default' ? scheme : `${scheme} ${theme}`;
  for (const element of canvas.querySelectorAll('*')) {
    const isOurs = element.localName.startsWith('wa-');
    if (!isOurs || (element.hasAttribute('theme') && !dressed.has(element))) continue;
    dressed.add(element);
    element.setAttribute('theme', words);
  }
}

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { expanded: true },
  },
  globalTypes: {
    scheme: {
      description: 'Colour scheme',
      toolbar: { title: 'Scheme', icon: 'mirror', dynamicTitle: true, items: ['light', 'dark'] },
    },
    theme: {
      description: 'Theme',
      toolbar: { title: 'Theme', icon: 'contrast', dynamicTitle: true, items: ['default', 'high-contrast'] },
    },
    direction: {
      description: 'Writing direction',
      toolbar: { title: 'Direction', icon: 'transfer', dynamicTitle: true, items: ['ltr', 'rtl'] },
    },
  },
  initialGlobals: { scheme: 'light', theme: 'default', direction: 'ltr' } satisfies Looks,
  decorators: [
    (story, { globals, canvasElement }) => {
      const looks = globals as Looks;
      dressPage(looks);
      // The renderer puts the story into the canvas right after this returns.
      queueMicrotask(() => dressElements(canvasElement, looks));
      return story();
    },
  ],
};

export default preview;
