import { expect, it } from 'vitest';
import { turns } from '../../src/servers/in-turn.js';
import { PostgresError } from '../../src/servers/server.js';

it('begins when the one before has its answer, whatever that is', async () => {
  const log: string[] = [];
  const query = async (sql: string) => {
    log.push(`begins ${sql}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
    log.push(`ends ${sql}`);
    if (sql === 'bad') throw new PostgresError({ message: 'refused', sqlstate: '42601' });
    return sql;
  };
  const after = turns();
  const [first, second] = await Promise.allSettled([after(() => query('bad')), after(() => query('good'))]);
  expect(first.status).toBe('rejected');
  expect(second).toMatchObject({ status: 'fulfilled', value: 'good' });
  expect(log).toEqual(['begins bad', 'ends bad', 'begins good', 'ends good']);
});
