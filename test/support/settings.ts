/** Settings as they are where nobody said anything, but nothing is rehearsed and nothing kept. */
import { type Settings, valuesOf } from '../../src/settings/settings.js';

export function settingsFor(root: string, over: Partial<Settings> = {}): Settings {
  return {
    ...valuesOf({}),
    bootstrap: [],
    server: 'none',
    cache: false,
    root,
    file: null,
    place: () => 'settings',
    notes: [],
    ...over,
  };
}
