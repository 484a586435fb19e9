"""What users do, with real clicks and keys."""

from pathlib import Path

from browsing import PHONE, Browsing
from built import Site

CONTENT = Path(__file__).resolve().parents[2] / "content"
MIGRATION = "modules/workflows/database/workflows/migration-workflow.html"


def backlink(browsing: Browsing, site: Site) -> list[str]:
    """following a backlink"""
    with browsing.view(site) as view:
        page = view.open(MIGRATION)
        link = page.locator(".backlinks a").first
        title = link.inner_text()
        link.click()
        heading = page.locator("h1").inner_text()
        return [] if title in heading or heading in title else [f"{title} led to {heading}"]


def drawer(browsing: Browsing, site: Site) -> list[str]:
    """the drawer of a phone, with and without script"""
    faults = []
    for script in (True, False):
        with browsing.view(site, size=PHONE, script=script) as view:
            page = view.open(MIGRATION)
            menu = page.locator(".menu")
            page.get_by_role("button", name="Menu").click()
            opened = menu.is_visible()
            page.keyboard.press("Escape")
            closed = not menu.is_visible()
            page.get_by_role("button", name="Menu").click()
            menu.get_by_role("link", name="Catalog").click()
            if not (opened and closed and page.url.endswith("/index.html")):
                faults.append(f"script {script}: opened {opened}, closed by Escape {closed}, then at {page.url}")
    return faults


def twin(browsing: Browsing, site: Site) -> list[str]:
    """copying a page as Markdown, or opening it from the disk"""
    faults = []
    with browsing.view(site) as view:
        page = view.open(MIGRATION)
        page.get_by_role("button", name="Copy page as Markdown").click()
        view.wait("document.querySelector('[data-copy=page]').textContent === 'Copied'")
        copied = page.evaluate("navigator.clipboard.readText()")
        file = (site.folder / MIGRATION).with_suffix(".md").read_text("utf-8")
        if copied != file:
            faults.append(f"{len(copied)} characters were copied, the file has {len(file)}")
    with browsing.view(site, disk=True) as view:
        page = view.open(MIGRATION)
        page.get_by_role("button", name="Copy page as Markdown").click()
        page.wait_for_url("**/*.md")
        if page.locator("body").inner_text().strip() != file.strip():
            faults.append("from the disk the button does not show the file")
    return faults


def compare(browsing: Browsing, site: Site) -> list[str]:
    """comparing systems, to one of them and on to the next"""
    with browsing.view(site) as view:
        page = view.open("index.html")
        page.get_by_role("banner").get_by_role("link", name="Compare").click()
        table = page.get_by_role("region", name="All of them")
        table.get_by_role("link", name="MySQL").click()
        strip = page.get_by_role("navigation", name="Database systems")
        strip.get_by_role("link", name="Neo4j").click()
        heading = page.locator("h1").inner_text()
        page.get_by_role("navigation", name="Database systems").get_by_role("link", name="Compare").click()
        return [] if heading == "Neo4j" and page.url.endswith("/compare.html") else [f"{heading}, then {page.url}"]


def profile(browsing: Browsing, site: Site) -> list[str]:
    """copying a profile whole"""
    with browsing.view(site) as view:
        page = view.open("profiles.html")
        entry = page.locator(".profile").nth(1)
        name = entry.locator("a").first.inner_text()
        entry.get_by_role("button", name="Copy all").click()
        view.wait("[...document.querySelectorAll('.copy')].some(button => button.textContent === 'Copied')")
        copied = page.evaluate("navigator.clipboard.readText()")
        file = (site.folder / "context" / f"{name}.md").read_text("utf-8")
        told = entry.locator(".budget span").first.inner_text()
        faults = [] if copied == file else [f"{name}: {len(copied)} characters were copied, the file has {len(file)}"]
        return faults + ([] if told == f"{len(file):,} characters" else [f"{name} is said to have {told}, and has {len(file)}"])


def code(browsing: Browsing, site: Site) -> list[str]:
    """copying a block of code"""
    with browsing.view(site) as view:
        page = view.open("modules/workflows/database/examples/migration-example.html")
        block = page.locator("figure.code").first
        block.get_by_role("button", name="Copy").click()
        view.wait("[...document.querySelectorAll('.copy')].some(button => button.textContent === 'Copied')")
        copied = page.evaluate("navigator.clipboard.readText()")
        shown = block.locator("pre").first.text_content()
        source = (CONTENT / "workflows/database/examples/migration-example.md").read_text("utf-8")
        return [] if copied == shown and copied.strip() in source else [f"copied {copied!r}, the page shows {shown!r}"]


ALL = [backlink, drawer, twin, compare, profile, code]
