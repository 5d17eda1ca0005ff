/** What the npm package holds: both ways in as one bundle, so that they share what they load. */
export { run } from './cli.js';
export { check } from './library.js';
