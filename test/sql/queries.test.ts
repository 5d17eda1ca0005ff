import { expect, it } from 'vitest';
import { applicationQueries } from '../../src/sql/queries.js';

const read = (text: string) =>
  applicationQueries({ path: 'q.sql', text }).map(({ name, sql, location }) => [name, sql, location.line]);

it('reads plain files, and leaves $1 as it is', () => {
  expect(read('SELECT * FROM t WHERE a = $1;\n\nSELECT 2')).toEqual([
    ['q.sql:1', 'SELECT * FROM t WHERE a = $1', 1],
    ['q.sql:3', 'SELECT 2', 3],
  ]);
});

it('reads sqlc', () => {
  expect(
    read(`-- name: GetAuthor :one
SELECT * FROM authors WHERE id = sqlc.arg(id) AND name = @name AND x = sqlc.narg('x') AND id = ANY(sqlc.slice('ids'));
-- name: Both :many
SELECT sqlc.embed(a), a.tags @> '{x}' FROM a WHERE id = @id OR parent = @id;`),
  ).toEqual([
    ['GetAuthor', 'SELECT * FROM authors WHERE id = $1 AND name = $2 AND x = $3 AND id = ANY($4)', 2],
    ['Both', "SELECT a.*, a.tags @> '{x}' FROM a WHERE id = $1 OR parent = $1", 4],
  ]);
});

it('reads pgTyped', () => {
  expect(
    read(`/* @name InsertUsers
  @param users -> ((name, age)...)
*/
INSERT INTO users (name, age) VALUES :users RETURNING id;
/* @name ByIds @param ids -> (...) */
SELECT a::text, ':no' FROM users WHERE id IN :ids! AND b = :b AND c = :b;`),
  ).toEqual([
    ['InsertUsers', 'INSERT INTO users (name, age) VALUES ($1, $2) RETURNING id', 4],
    ['ByIds', "SELECT a::text, ':no' FROM users WHERE id IN ($1) AND b = $2 AND c = $2", 6],
  ]);
});

it('leaves casts, slices, strings and comments alone', () => {
  const sql = `SELECT a[1:n], b::int, 'it''s :x', "q:y", $tag$ :z $tag$ /* :c */ FROM t -- @d`;
  expect(read(sql).map(([, text]) => text)).toEqual([sql.replace(' -- @d', '')]);
});
