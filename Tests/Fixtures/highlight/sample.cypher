// People, and what they buy.
CREATE CONSTRAINT customer_id IF NOT EXISTS FOR (c:Customer) REQUIRE c.id IS UNIQUE;
CREATE INDEX product_name FOR (p:Product) ON (p.name);

// A first customer with two orders.
MERGE (c:Customer {id: 1})
  ON CREATE SET c.name = 'Ada', c.since = date('2026-01-31')
  ON MATCH SET c.seen = c.seen + 1
WITH c
MATCH (p:Product)
WHERE p.sku IN ['TEA-1', 'BAG-7'] AND p.price >= 1.5 AND NOT p.gone
MERGE (c)-[b:BOUGHT {times: 2}]->(p)
RETURN c.name AS name, count(p) AS products;

MATCH (c:Customer)-[:BOUGHT]->(p:Product)<-[:BOUGHT]-(other:Customer)
WHERE c.id = $customer AND c <> other AND p.name STARTS WITH "Tea"
WITH other, count(DISTINCT p) AS shared ORDER BY shared DESC LIMIT 10
MATCH (other)-[:BOUGHT]->(suggestion:Product)
WHERE NOT EXISTS { MATCH (:Customer {id: $customer})-[:BOUGHT]->(suggestion) }
RETURN suggestion.name, sum(shared) AS weight
ORDER BY weight DESC, suggestion.name ASC
SKIP 5 LIMIT 20;

MATCH path = shortestPath((a:Station {name: 'North'})-[:NEXT*1..12]->(b:Station {name: 'South'}))
RETURN [n IN nodes(path) | n.name] AS stops, reduce(total = 0, r IN relationships(path) | total + r.minutes) AS minutes;

UNWIND [{id: 1, name: 'first'}, {id: 2, name: 'second'}] AS row
MERGE (n:Note {id: row.id})
SET n.name = row.name, n.`odd name` = true, n.empty = null;

OPTIONAL MATCH (n:Note)-[r:SAYS]->()
WHERE n.id = 2 OR n.name CONTAINS 'sec' XOR n.size < 100
DETACH DELETE n;

MATCH (a:Author) CALL { WITH a MATCH (a)-[:WROTE]->(n) RETURN count(n) AS notes } RETURN a.name, notes;
MATCH (o:Order) WHERE o.total > 100 REMOVE o.draft SET o:Large FOREACH (x IN [1, 2] | CREATE (:Line {number: x}));
CALL db.labels() YIELD label RETURN collect(label) AS labels UNION ALL MATCH (n) RETURN labels(n) AS labels;
LOAD CSV WITH HEADERS FROM 'file:///people.csv' AS line CREATE (:Person {name: line.name, age: toInteger(line.age)});
EXPLAIN MATCH (c:Customer) WHERE c.name ENDS WITH 'a' RETURN CASE c.vip WHEN true THEN 'yes' ELSE 'no' END AS answer;
