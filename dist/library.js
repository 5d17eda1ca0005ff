export { check } from './package.js';
