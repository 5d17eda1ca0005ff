import { expect, it } from 'vitest';
import { expectLinear } from './growth.js';

const loop = (times: number) => {
  let sum = 0;
  for (let i = 0; i < times; i++) sum += Math.sqrt(i);
  return sum;
};

it('tells what grows with the square from what does not', () => {
  expectLinear((size) => loop(size * 20_000), 1000);
  expect(() => expectLinear((size) => loop(size * size * 100), 2000)).toThrow();
});
