"""A library that means harm, and whether its site stays what it is: text."""

from pathlib import Path

from browsing import Browsing
from built import Site

TITLE = "Long " * 2_000
SCRIPT = "<script>window.harmed = 1</script>"
RIGHT_TO_LEFT = "\u0634\u0631\u062d \u0642\u0648\u0627\u0639\u062f \u0627\u0644\u0628\u064a\u0627\u0646\u0627\u062a"
OVERRIDE = "\u202emoc.elgoog\u202c"
BLOCK_LINE = "x" * 99
BLOCK_LINES = 9_000

README = f"""# Harm {SCRIPT}

</p></div></main></body></html><img src=x onerror="window.harmed = 2"> [click](javascript:window.harmed=3) ![p](data:text/html,x)
[quote](<" onclick="window.harmed=4>) <svg onload="window.harmed=5"> <a href="javascript:window.harmed=6">raw</a> {OVERRIDE}

| a | b |
|---|---|
| {"w" * 400} | {SCRIPT} |

### 1. Harm Workflow

**Purpose**: {SCRIPT}

**Steps**:
1. {SCRIPT} ({"detail " * 50})

**AI Prompt Template**:
```
</textarea></pre>{SCRIPT} [" onfocus="window.harmed=7" autofocus="] and [a/b/"><img src=x onerror=window.harmed=8>]
[{"v" * 300}]
```
"""


COLLECTION = f"""# {SCRIPT}

**Mood**: {SCRIPT} [x](javascript:window.harmed=11)

## Limits

| id | limit | value |
|---|---|---|
| `a.b` | {SCRIPT} | <img src=x onerror="window.harmed=12"> |
| `a.{"k" * 300}` | {"w" * 300} | {"v" * 300} |
"""

SETTINGS = """collections:
  - id: harm
    title: </title><script>window.harmed = 13</script>
    summary: "\\"><script>window.harmed = 14</script>"
    pattern: rules/member-*.md
    comparison: { heading: Limits, ids: id, fact: limit, value: value, labels: [Mood, "<img src=x onerror=window.harmed=15>"] }
"""


def write(folder: Path) -> None:
    files = {
        "module.json": """{ "name": "harm", "displayName": "</title><script>window.harmed = 9</script>", "version": "1.0.0",
          "description": "\\"><script>window.harmed = 10</script>", "type": "workflows", "tags": ["<b>", "\\" onclick=\\"x"] }""",
        "README.md": README,
        "rules/title.md": f"# {TITLE}\n\nText under a long title.\n",
        "rules/right-to-left.md": f"# {RIGHT_TO_LEFT}\n\n{RIGHT_TO_LEFT}.\n\n## {RIGHT_TO_LEFT}\n\n- {RIGHT_TO_LEFT}\n\n```\n{RIGHT_TO_LEFT}\n```\n",
        "rules/member-a.md": COLLECTION,
        "rules/member-b.md": COLLECTION.replace("`a.", "`b."),
        "examples/block.md": "# Block\n\nA large one.\n\n```sql\n" + (BLOCK_LINE + "\n") * BLOCK_LINES + "```\n",
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "augury.yml").write_text(SETTINGS, "utf-8")
    for path, text in files.items():
        file = folder / "harm" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def faults(browsing: Browsing, site: Site) -> list[str]:
    """What came alive, and what was lost."""
    found = []
    with browsing.view(site) as view:
        for path in site.pages:
            page = view.open(path)
            view.settle()
            if page.evaluate("window.harmed") is not None:
                found.append(f"{path} ran something of its source: {page.evaluate('window.harmed')}")
            handlers = "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name) "
            handlers += "|| /^\\s*(javascript|data:text)/i.test(a.value))).length"
            if page.evaluate(handlers):
                found.append(f"{path} has an element that would run something")
        for path, text in {
            "modules/harm/README.html": SCRIPT,
            "modules/harm/rules/title.html": TITLE.strip(),
            "modules/harm/rules/right-to-left.html": RIGHT_TO_LEFT,
        }.items():
            if text not in view.open(path).locator("main").text_content():
                found.append(f"{path} lost text")
        block = view.open("modules/harm/examples/block.html").locator("main pre code").first.text_content()
        if block.rstrip("\n") != "\n".join([BLOCK_LINE] * BLOCK_LINES):
            found.append("the large block is not as it was written")
    return found
