"""The form of a prompt: what it copies is what the tool prints for the same values, whatever kind they are of."""

import json
import subprocess
from pathlib import Path

from bars import AXE
from browsing import Browsing, View
from built import Site

TEMPLATE = r"""Ask about [topic] in \[brackets\] and \\[words].
How many: [number]
Mode: [fast/exact]
Loud: [yes or no]
Notes: [notes]
Tone: [tone]
1. [Step 1]
2. [Step 2]

- [Extra 1]
- [Extra 2]

And so, once more, [topic]."""

TABLE = """| placeholder | name | type | required | default | description |
|---|---|---|---|---|---|
| [topic] | topic | text | yes | | What to ask about |
| [words] | words | text | yes | | |
| [number] | number | integer | yes | | |
| [fast/exact] | mode | choice | no | exact | |
| [yes or no] | loud | boolean | no | | |
| [notes] | notes | multiline | no | | |
| [tone] | tone | text | no | calm | |
| [Step 1] | steps | list | yes | | |
| [Extra 1] | extras | list | no | | |
"""

README = f"# Forms\n\n## Ask Workflow\n\n**Steps**:\n1. Ask\n\n**AI Prompt Template** `ask`:\n```\n{TEMPLATE}\n```\n\n**Variables**:\n\n{TABLE}\n"
PAGE = "modules/forms/prompts/ask.html"

# What somebody writes: little, and everything, with what means something to HTML, to a pattern or to a replacement.
CASES = [
    {"topic": "a <b> & $& \\1 [c]", "words": " kept ", "number": " 12 ", "steps": ["one"]},
    {
        "topic": "\u00fc\U0001f600", "words": "\\[x\\]", "number": "-3", "mode": "fast", "loud": "yes", "notes": "two\n\nlines  ", "tone": "dry",
        "steps": ["a", "   ", "b\u2028c", "2. d"], "extras": ["- e", "f"],
    },
]


def write(library: Path) -> None:
    """The library whose form is filled in."""
    (library / "forms").mkdir(parents=True)
    (library / "forms" / "module.json").write_text(json.dumps({"name": "forms", "version": "1.0.0"}))
    (library / "forms" / "README.md").write_text(README)


def printed(tool: Path, library: Path, prompt: str, values: dict) -> str:
    """What the tool prints, without the end of its last line."""
    command = [tool, "prompt", "fill", prompt, "--from", "-", "--library", library]
    result = subprocess.run(command, input=json.dumps(values), capture_output=True, text=True, timeout=60)
    return result.stdout.removesuffix("\n") if result.returncode == 0 else f"exit {result.returncode}: {result.stderr}"


def enter(view: View, values: dict) -> None:
    """Writes values as a person does, in the controls that there are."""
    for name, value in values.items():
        field = view.page.locator(f'.field[data-name="{name}"]')
        kind = field.get_attribute("data-kind")
        if kind in ("choice", "boolean"):
            field.locator(f'input[value="{value}"]').check()
        elif kind == "list":
            items = value if isinstance(value, list) else [value]
            for number, item in enumerate(items):
                if number > 0:
                    field.get_by_role("button", name="Add").click()
                field.locator("input").nth(number).fill(item)
        else:
            field.locator("input, textarea").fill(value)


def shown(view: View) -> str:
    return view.page.evaluate("document.querySelector('.prompt pre').textContent")


def equal(browsing: Browsing, site: Site, tool: Path, library: Path) -> list[str]:
    """a form copies what the tool prints"""
    faults = []
    for values in CASES:
        with browsing.view(site) as view:
            page = view.open(PAGE)
            enter(view, values)
            page.get_by_role("button", name="Copy prompt").click()
            view.wait("document.querySelector('.copy.primary').textContent === 'Copied'")
            copied = page.evaluate("navigator.clipboard.readText()")
            expected = printed(tool, library, "ask", values)
            if copied != expected:
                faults.append(f"{values}: copied\n{copied}\nbut the tool prints\n{expected}")
    return faults


def every(browsing: Browsing, site: Site, tool: Path, library: Path) -> list[str]:
    """a prompt of ours for every set of kinds of fields, filled in from the disk"""
    faults = []
    seen: set[tuple[str, ...]] = set()
    with browsing.view(site, disk=True) as view:
        for path in [path for path in site.pages if "/prompts/" in path and path.startswith("modules/")]:
            page = view.open(path)
            fields = page.locator(".field").all()
            kinds = tuple(sorted({field.get_attribute("data-kind") or "" for field in fields}))
            if kinds in seen:
                continue
            seen.add(kinds)
            values = {}
            for field in fields:
                kind = field.get_attribute("data-kind")
                chips = [chip for chip in field.locator("input[type=radio]").all() if chip.get_attribute("value")]
                plain = {"list": ["first", "second"], "integer": "7"}.get(kind, "some text")
                values[field.get_attribute("data-name")] = chips[-1].get_attribute("value") if chips else plain
            enter(view, values)
            if shown(view) != printed(tool, library, Path(path).stem, values):
                faults.append(f"{path} shows\n{shown(view)}")
            status = page.locator(".prompt .open").inner_text() if fields else "0 of"
            if not status.startswith("0 of "):
                faults.append(f"{path} says {status}")
    return faults


def use(browsing: Browsing, site: Site, tool: Path, library: Path) -> list[str]:
    """a form by keys: a slot leads to its field, Enter adds an item, a wrong number is told, Clear empties"""
    faults = []

    def expect(what: str, is_so: bool) -> None:
        if not is_so:
            faults.append(what)

    with browsing.view(site) as view:
        page = view.open(PAGE)
        template = shown(view)
        expect("the number of open slots is not told", page.locator(".prompt .open").inner_text() == "7 of 9 slots open")
        page.locator('.prompt a[href="#slot:number"]').press("Enter")
        page.keyboard.type("many")
        expect("a word passes as a number", page.locator("#fault\\:number").is_visible() and "How many: [number]" in shown(view))
        expect("the slot of the field has no ring", page.locator('.prompt a.is-current[href="#slot:number"]').count() == 1)
        page.keyboard.press("Control+A")
        page.keyboard.type("4")
        expect("a right number is refused", page.locator("#fault\\:number").is_hidden() and "How many: 4" in shown(view))
        page.locator('.field[data-name="steps"] input').first.focus()
        for text in ("go", "stop"):
            page.keyboard.type(text)
            page.keyboard.press("Enter")
        expect("Enter adds no item", "1. go\n2. stop\n\n" in shown(view) and page.url.endswith(PAGE))
        page.locator('.field[data-name="steps"]').get_by_role("button", name="Remove").first.click()
        expect("an item is not removed", "1. stop\n\n" in shown(view))
        page.get_by_role("button", name="Clear").click()
        expect("Clear does not bring back the template", shown(view) == template)
        faults.extend(view.errors)
    return faults


def accessible(browsing: Browsing, site: Site, tool: Path, library: Path) -> list[str]:
    """a form while it is filled in, by axe: with open slots and a wrong number, then full"""
    faults = []
    for dark in (False, True):
        with browsing.view(site, dark=dark) as view:
            page = view.open(PAGE)
            page.evaluate(browsing.axe)
            for values in ({"number": "many", "topic": "one"}, CASES[1]):
                enter(view, values)
                faults += [f"{'dark' if dark else 'light'}, {list(values)}: {violation}" for violation in page.evaluate(AXE)]
    return faults


ALL = [equal, use, accessible]
