"""Tells code apart by Pygments.

pygments_tokens.py FILE: FILE holds a JSON array of objects with the name of a lexer and a text. Prints, for each, an array of pairs:
the type of a token, and its length in bytes of UTF-8.
"""

import json
import sys

from pygments.lexers import get_lexer_by_name

with open(sys.argv[1], encoding="utf-8") as file:
    samples = json.load(file)
lexers = {}
result = []
for sample in samples:
    name = sample["lexer"]
    if name not in lexers:
        lexers[name] = get_lexer_by_name(name, stripnl=False, ensurenl=False)
    tokens = lexers[name].get_tokens(sample["text"])
    result.append([[str(kind), len(text.encode())] for kind, text in tokens])
print(json.dumps(result))
