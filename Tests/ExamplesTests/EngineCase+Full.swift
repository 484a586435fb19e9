extension EngineCase {
  /// The engines that `make verify` installs besides.
  static let full = [
    EngineCase(
      engine: "postgresql@18",
      language: "sql",
      passing: "CREATE EXTENSION vector;\nSELECT uuid_extract_version(uuidv7()) AS version, '[1,2]'::vector <-> '[1,5]' AS distance;",
      result: "version|distance\n7|3\n(1 row)",
      failing: "CREATE TABLE u (a int UNIQUE);\nINSERT INTO u VALUES (1);\nINSERT INTO u VALUES (1);",
      code: "23505",
      slow: "SELECT pg_sleep(60);",
      deadly: "SELECT pg_terminate_backend(pg_backend_pid());",
      words: "ran on PostgreSQL 18."
    ),
    EngineCase(
      "chroma",
      "import chromadb\nc = chromadb.EphemeralClient().create_collection('aaa', embedding_function=None)\n"
        + "c.add(ids=['x', 'y'], embeddings=[[0, 1], [1, 0]])\nprint(c.query(query_embeddings=[[1, 0]], n_results=1)['ids'])",
      "[['y']]",
      failing: "import chromadb\nchromadb.EphemeralClient().get_collection('none')",
      "NotFoundError",
      words: "ran on Chroma "
    ),
    EngineCase(
      "dynamodb",
      "import boto3\nt = boto3.resource('dynamodb').create_table(TableName='t', BillingMode='PAY_PER_REQUEST',\n"
        + "  AttributeDefinitions=[{'AttributeName': 'k', 'AttributeType': 'S'}], KeySchema=[{'AttributeName': 'k', 'KeyType': 'HASH'}])\n"
        + "t.put_item(Item={'k': 'a', 'n': 1})\nprint(t.get_item(Key={'k': 'a'})['Item'])",
      "{'k': 'a', 'n': Decimal('1')}",
      failing: "import boto3\nboto3.client('dynamodb').describe_table(TableName='none')",
      "ResourceNotFoundException",
      words: "ran on emulator moto "
    ),
    EngineCase(
      "milvus",
      "from pymilvus import MilvusClient\nm = MilvusClient('a.db')\nm.create_collection('a', dimension=2)\n"
        + "m.insert('a', [{'id': 1, 'vector': [0.0, 1.0]}])\nprint(len(m.search('a', [[0.0, 1.0]], limit=1)[0]))",
      "1",
      failing: "from pymilvus import MilvusClient\nMilvusClient('b.db').insert('none', [{'id': 1}])",
      "DescribeCollectionException",
      words: "ran on Milvus Lite "
    ),
    EngineCase(
      "mongodb",
      "import os, pymongo\nd = pymongo.MongoClient(os.environ['MONGODB_URI']).d\nd.c.insert_one({'_id': 1, 'a': 2})\nprint(d.c.find_one())",
      "{'_id': 1, 'a': 2}",
      failing:
        "import os, pymongo\nd = pymongo.MongoClient(os.environ['MONGODB_URI']).e\nd.c.insert_one({'_id': 1})\nd.c.insert_one({'_id': 1})",
      "DuplicateKeyError",
      words: "ran on emulator SecantusDB "
    ),
    EngineCase(
      engine: "neo4j",
      language: "cypher",
      passing: "CREATE (:A {n: 1, s: 'x;y'}); // one\nMATCH (a:A) RETURN a.n AS n, a.s, null AS none;",
      result: "n|a.s|none\n1|x;y|",
      failing: "RETURN 1;\nRETURN nothing;",
      code: "ERROR",
      slow: "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b RETURN count(a + b);",
      deadly: "UNWIND range(1, 100000000) AS a RETURN a;",
      words: "ran on FalkorDB "
    ),
    EngineCase(
      "pinecone",
      "import os\nfrom pinecone import Pinecone\n"
        + "i = Pinecone(api_key='none', host=os.environ['STUB_URL']).Index(host=os.environ['STUB_URL'])\nprint(type(i).__name__)",
      "Index",
      failing: "i = None\nimport os\nfrom pinecone import Pinecone\n"
        + "Pinecone(api_key='x', host=os.environ['STUB_URL']).Index(host=os.environ['STUB_URL']).query(vector=[1.0], top_k=1, ef=1)",
      "TypeError",
      words: "calls checked: pinecone "
    ),
    EngineCase(
      "qdrant",
      "import os\nfrom qdrant_edge import *\nos.makedirs('s')\n"
        + "s = EdgeShard.create('s', EdgeConfig(vectors={'t': EdgeVectorParams(size=2, distance=Distance.Cosine)}))\n"
        + "s.update(UpdateOperation.upsert_points([Point(id=1, vector={'t': [1.0, 0.0]}, payload={'a': 7})]))\n"
        + "print(s.retrieve([1], with_payload=True, with_vector=False)[0].payload)",
      "{'a': 7}",
      failing: "from qdrant_edge import *\nEdgeShard.load('none')",
      "Exception",
      words: "ran on Qdrant Edge "
    ),
    EngineCase(
      "weaviate",
      "from weaviate.classes.config import Configure\nprint(Configure.VectorIndex.hnsw(ef=100)._to_dict())",
      "{'ef': 100}",
      failing: "from weaviate.classes.config import Configure\nConfigure.VectorIndex.hnsw(no_such=1)",
      "TypeError",
      words: "calls checked: weaviate-client "
    ),
  ]

  /// An engine that Python speaks to.
  private init(_ engine: String, _ passing: String, _ result: String, failing: String, _ code: String, words: String) {
    self.init(
      engine: engine,
      language: "python",
      passing: passing,
      result: result,
      failing: failing,
      code: code,
      slow: "import time\ntime.sleep(60)",
      deadly: "import os\nos._exit(9)",
      words: words
    )
  }
}
