// What libraries bring along and no page needs: left out of what is built, since every phone would load it.
import type { Plugin } from 'vite';

/**
 * What no page needs, by file of a library, and what stands for it: of socket.io's client a transport that our server does
 * not offer and binary messages; of wouter what older Reacts lack. More than 4 KB of a phone's first load.
 */
const UNSPOKEN: Readonly<Record<string, string>> = {
  'use-sync-external-store/shim/index.js': "export { useSyncExternalStore } from 'react';",
  // Every browser that runs modules has it.
  'engine.io-client/build/esm/contrib/has-cors.js': 'export const hasCORS = true;',
  'engine.io-client/build/esm/transports/webtransport.js': 'export class WT {}',
  // Every browser takes addresses apart.
  'engine.io-client/build/esm/contrib/parseuri.js': `
    export const parse = (source) => {
      const { protocol, hostname, port, pathname, search } = new URL(source);
      const host = hostname.replace(/[[\\]]/g, '');
      return { source, protocol: protocol.slice(0, -1), host, port, path: pathname, query: search.slice(1) };
    };`,
  'engine.io-parser/build/esm/encodePacket.browser.js': `
    import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _, done) => done(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = null;`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `
    import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (text) => {
      const type = PACKET_TYPES_REVERSE[String(text).charAt(0)];
      return type ? { type, data: text.slice(1) || undefined } : ERROR_PACKET;
    };`,
  'socket.io-parser/build/esm/is-binary.js':
    'export const isBinary = () => false, hasBinary = isBinary;',
  'socket.io-parser/build/esm/binary.js':
    'export const deconstructPacket = null, reconstructPacket = null;',
};

export function withoutUnspoken(): Plugin {
  return {
    name: 'without-unspoken',
    enforce: 'pre',
    apply: 'build',
    load: (id) => Object.entries(UNSPOKEN).find(([file]) => id.endsWith(file))?.[1] ?? null,
  };
}

/** React's functions that tell a browser what to load ahead: no page of ours asks for any. Close to 1 KB of a phone's first load. */
export function withoutHints(): Plugin {
  const cuts = [
    ['react-dom/cjs/react-dom.production.js', /^exports\.pre\w+ = function[^]*?^};$/gm],
    ['react-dom/cjs/react-dom-client.production.js', /^ {2}[DCLmXSM]: pre\w+,?$/gm],
  ] as const;
  return {
    name: 'without-hints',
    enforce: 'pre',
    apply: 'build',
    transform: (code, id) => {
      const [, cut] = cuts.find(([file]) => id.endsWith(file)) ?? [];
      return cut ? { code: code.replace(cut, ''), map: null } : null;
    },
  };
}
