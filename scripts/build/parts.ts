// How a built page fetches a part that is loaded on demand: its script and its styles at the same time.
import type { Plugin } from 'vite';

/**
 * Stands for what the bundler itself would put there: it asks for the styles first and for the script once they are there, a
 * round trip later, and never again for styles that did not come.
 */
const FETCHES = `
const asked = {};
const style = (file) => asked[file] ??= document.querySelector('link[href="/' + file + '"]') ? 1 : new Promise((done, failed) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.crossOrigin = '';
  link.href = '/' + file;
  link.onload = done;
  link.onerror = () => {
    delete asked[file];
    link.remove();
    failed(new Error(file));
  };
  document.head.append(link);
});
export const __vitePreload = (get, styles = []) => Promise.all([get(), ...styles.map(style)]).then(([part]) => part);
`;

/** Needs `modulePreload.resolveDependencies` to leave nothing but styles. */
export function partsAtOnce(): Plugin {
  return {
    name: 'parts-at-once',
    enforce: 'pre',
    apply: 'build',
    load: (id) => (id.endsWith('vite/preload-helper.js') ? FETCHES : null),
  };
}
