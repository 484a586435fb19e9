-- A shop in PostgreSQL: tables, a view, a function and a trigger.
/* Written for the tests of the lexer;
   it holds one of everything that its dialect has. */
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE order_state AS ENUM ('pending', 'paid', 'it''s gone', E'tab\there');

CREATE TABLE customers (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email      text NOT NULL CHECK (email <> '' AND email LIKE '%@%'),
  "Nick"     varchar(40) DEFAULT 'nobody',
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE orders (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
  total       numeric(12, 2) NOT NULL CHECK (total >= 0),
  attributes  jsonb NOT NULL DEFAULT '{}'::jsonb,
  placed_at   timestamptz,
  UNIQUE (customer_id, placed_at)
) PARTITION BY RANGE (placed_at);

CREATE INDEX CONCURRENTLY orders_by_customer ON orders USING btree (customer_id, placed_at DESC) INCLUDE (total) WHERE total > 10.5;

CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  cheapest numeric := 1.5e3;
BEGIN
  IF NEW.total IS DISTINCT FROM OLD.total THEN
    RAISE NOTICE 'changed by %', NEW.total - OLD.total;
  END IF;
  NEW.placed_at := coalesce(NEW.placed_at, current_timestamp);
  RETURN NEW;
END
$body$;

CREATE TRIGGER orders_touch BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();

PREPARE by_customer (bigint) AS SELECT id, total FROM orders WHERE customer_id = $1 AND attributes @> '{"gift": true}' LIMIT $2;

WITH RECURSIVE days(n) AS (
  SELECT 0
  UNION ALL
  SELECT n + 1 FROM days WHERE n < 30
), sums AS (
  SELECT date_trunc('day', o.placed_at) AS d, sum(o.total) FILTER (WHERE o.total > 0) AS revenue,
         row_number() OVER (PARTITION BY o.customer_id ORDER BY o.placed_at DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS nth
  FROM orders AS o
  LEFT JOIN customers c ON c.id = o.customer_id
  GROUP BY 1, o.customer_id
  HAVING count(*) > 2
)
SELECT n, d, revenue::int, attributes ->> 'gift', tags[1]
FROM days CROSS JOIN LATERAL (SELECT * FROM sums LIMIT 3) s
WHERE d IS NOT NULL AND revenue BETWEEN -3 AND 7 OR NOT EXISTS (SELECT 1 FROM orders WHERE total IN (1, 2, .5))
ORDER BY revenue DESC NULLS LAST, d ASC
FETCH FIRST 20 ROWS ONLY
FOR UPDATE SKIP LOCKED;

BEGIN ISOLATION LEVEL SERIALIZABLE;
SAVEPOINT before_change;
UPDATE orders SET total = total * 1.1, attributes = attributes || '{"raised": "yes"}' WHERE id = ANY (ARRAY[1, 2, 3]) RETURNING id;
ROLLBACK TO SAVEPOINT before_change;
COMMIT;
GRANT SELECT, INSERT ON orders TO reader;
EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM orders WHERE customer_id = 42;
VACUUM ANALYZE orders;
