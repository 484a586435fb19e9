#include "code.h"

// A language, how often it is met (fences of 43 public modules, rounded), and what its code looks like. Nobody runs the
// code; it has the tokens, line lengths and indentation that parsers, link finders and highlighters meet.
struct language {
  const char *name;
  unsigned weight;
  const char *snippets[4];
};

static const struct language languages[] = {
    {"php", 774,
     {"final class ~W~W extends ~WRepository\n{\n    private array $~c = [];\n\n    /** @param ~W[] $~w */\n"
      "    public function __construct(private readonly ~W~W $~w)\n    {\n        $this->~c = ['~w' => ~n, '~w' => true];\n"
      "    }\n}\n\n",
      "public function ~c(~W $~w, int $~w = ~n): ?~W\n{\n    $~w = $this->~w->find~W($~w->id);\n"
      "    if ($~w === null) {\n        throw new ~WNotFound(\"No ~w for {$~w}\");\n    }\n\n    return $~w->~c();\n}\n\n",
      "// ~W the ~w before the ~w is read\nadd_action('~i', function () use ($~w) {\n"
      "    $~w = array_filter($~w, fn ($~w) => $~w['~w'] > ~n);\n    echo esc_html($~w['~i']);\n});\n\n",
      "$~w = $pdo->prepare('SELECT ~w, ~i FROM ~i WHERE ~w = :~w');\n$~w->execute(['~w' => $~w->~c]);\n\n"}},
    {"bash", 528,
     {"# ~W the ~w\nset -euo pipefail\nfor ~w in ~w/*.json; do\n  ~w --~w \"$~w\" --~w=~n | grep -v '~w' >> ~w.log\ndone\n",
      "curl -s -X POST https://example.org/~w/~w -H 'Accept: application/json' -d '{\"~w\": ~n}'\n",
      "if [ ! -f \"${~w}/~i\" ]; then\n  echo \"~w: no ~w in ~w\" >&2\n  exit 1\nfi\n",
      "npm install --save-dev @~w/~w\ndocker run --rm -p ~n:~n ~w/~w:~n\n"}},
    {"typescript", 470,
     {"export interface ~W~W {\n  readonly id: string;\n  ~c: number;\n  ~c?: ~W | null;\n  ~w: Array<~W>;\n}\n\n",
      "export async function ~c(~w: ~W~W, ~w = ~n): Promise<~W[]> {\n  const { ~w, ~w } = await this.~w.~c(~w);\n"
      "  return ~w.filter((~w) => ~w.~c !== undefined && ~w.~w < ~w);\n}\n\n",
      "const ~c = new Map<string, ~W>([\n  ['~w', { ~w: ~n, ~w: `${~w}/~w` }],\n  ['~w', { ~w: ~n, ~w: '~w' }],\n]);\n\n",
      "@Injectable()\nexport class ~W~W implements ~W {\n  constructor(private readonly ~c: ~W~W) {}\n}\n\n"}},
    {"javascript", 386,
     {"const ~c = async (~w, ~w) => {\n  try {\n    const ~w = await fetch(`/api/~w/${~w.id}`);\n    return ~w.json();\n"
      "  } catch (error) {\n    console.error('~w ~w', error);\n  }\n};\n\n",
      "router.get('/~w/:id', async (req, res) => {\n  const ~w = await ~W.findById(req.params.id);\n"
      "  if (!~w) return res.status(404).json({ error: '~w' });\n  res.json({ ~w, ~w: ~n });\n});\n\n",
      "/**\n * ~W of a ~w.\n * @returns {number} the ~w\n */\nfunction ~c(~w) {\n"
      "  return ~w.reduce((~w, ~w) => ~w + ~n, 0);\n}\n\n",
      "module.exports = { ~c, ~c, ~w: [~n, ~n, ~n] };\n"}},
    {"python", 346,
     {"class ~W~W:\n    \"\"\"~W of a ~w.\"\"\"\n\n    def __init__(self, ~w: str, ~w: int = ~n) -> None:\n        self.~w = ~w\n"
      "        self._~i: dict[str, ~W] = {}\n\n",
      "def ~i(~w, ~w=None):\n    if ~w is None:\n        raise ValueError(f\"no ~w for {~w!r}\")\n"
      "    return [~w.~w for ~w in ~w if ~w.~i > ~n]\n\n\n",
      "with open(\"~w.csv\", encoding=\"utf-8\") as ~w:\n    for ~w in csv.DictReader(~w):\n        ~w[~w[\"~i\"]] += ~n  # ~w\n\n",
      "@pytest.mark.parametrize(\"~w\", [~n, ~n])\ndef test_~i(~w):\n    assert ~i(~w) == {\"~w\": ~n}\n\n"}},
    {"json", 242,
     {"{\n  \"~w\": \"~w-~w\",\n  \"~c\": ~n,\n  \"~w\": [\"~w\", \"~w\", \"~w\"],\n"
      "  \"~w\": { \"~i\": true, \"~i\": null, \"~w\": ~n.5 }\n}\n",
      "[\n  { \"id\": ~n, \"~w\": \"~W ~w\", \"~w\": false },\n  { \"id\": ~n, \"~w\": \"~W ~w\", \"~w\": true }\n]\n",
      "{ \"~w\": { \"~w\": { \"~w\": \"https://example.org/~w/~w\" } } }\n",
      "{\n  \"$schema\": \"https://example.org/~w.json\",\n  \"~w\": \"^~n.0.~n\",\n  \"~w\": \"~w\"\n}\n"}},
    {"sql", 238,
     {"CREATE TABLE ~i (\n  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n  ~w text NOT NULL CHECK (~w <> ''),\n"
      "  ~i numeric(12, 2) DEFAULT ~n\n);\n\n",
      "SELECT ~w.~i, count(*) AS ~w\nFROM ~i AS ~w\nJOIN ~i USING (~i)\nWHERE ~w > ~n -- ~w\nGROUP BY 1 ORDER BY 2 DESC;\n\n",
      "CREATE INDEX CONCURRENTLY ~i ON ~i (~w, ~w);\nALTER TABLE ~i ADD COLUMN ~w timestamptz;\n\n",
      "INSERT INTO ~i (~w, ~w, ~w) VALUES\n  (~n, '~w', now()),\n  (~n, '~w ~w', now());\n\n"}},
    {"go", 192,
     {"func (~w *~W~W) ~W~W(ctx context.Context, ~w string) (*~W, error) {\n\t~w, err := ~w.~w.~W(ctx, ~w)\n"
      "\tif err != nil {\n\t\treturn nil, fmt.Errorf(\"~w %q: %w\", ~w, err)\n\t}\n\treturn ~w, nil\n}\n\n",
      "type ~W~W struct {\n\t~W string `json:\"~w\"`\n\t~W []int  `json:\"~w,omitempty\"`\n\tmu sync.Mutex\n}\n\n",
      "for ~w, ~w := range ~c {\n\tgo func() { ~w <- ~w.~W(~n) }()\n}\n\n",
      "func Test~W~W(t *testing.T) {\n\tif got := ~c(~n); got != ~n {\n\t\tt.Errorf(\"~w = %d\", got)\n\t}\n}\n\n"}},
    {"", 700,
     {"~n ~w ~w ~w\n~n ~w ~w\n~n ~w ~w ~w ~w\n", "~W: ~w ~w ~w\n  ~w: ~w, ~w, ~w\n  ~w: ~n\n",
      "[~w] ~W ~w ~w: ~n of ~n\n", "~w -> ~w -> ~w\n        \\-> ~w (~n)\n"}},
};

// A language, each as often as its weight says.
static const struct language *pick(struct random *random) {
  const unsigned count = sizeof languages / sizeof languages[0];
  unsigned total = 0;
  for (unsigned index = 0; index < count; index++) total += languages[index].weight;
  unsigned mark = random_below(random, total);
  unsigned index = 0;
  while (mark >= languages[index].weight) mark -= languages[index++].weight;
  return &languages[index];
}

void add_code(struct text *text, struct random *random, size_t bytes) {
  const struct language *language = pick(random);
  text_add(text, "```%s\n", language->name);
  size_t end = text->count + bytes;
  do {
    text_fill(text, language->snippets[random_below(random, 4)], random);
  } while (text->count < end);
  while (text->bytes[text->count - 2] == '\n') text->count--;
  text_add(text, "```\n\n");
}
