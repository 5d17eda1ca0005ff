import { expect, it } from 'vitest';
import { inTurn } from '../../../src/rehearsal/servers/in-turn.js';
import { PostgresError, type Session } from '../../../src/rehearsal/servers/server.js';

it('sends a query when the one before has its answer, whatever that is', async () => {
  const log: string[] = [];
  const query = async (sql: string) => {
    log.push(`begins ${sql}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
    log.push(`ends ${sql}`);
    if (sql === 'bad') throw new PostgresError({ message: 'refused', sqlstate: '42601' });
    return { columns: [], rows: [], command: sql };
  };
  const bare: Session = { query, queryAll: async () => [], takeNotices: () => [], close: async () => {} };
  const session = inTurn(bare);
  const [first, second] = await Promise.allSettled([session.query('bad'), session.query('good')]);
  expect(first.status).toBe('rejected');
  expect(second).toMatchObject({ status: 'fulfilled', value: { command: 'good' } });
  expect(log).toEqual(['begins bad', 'ends bad', 'begins good', 'ends good']);
});
