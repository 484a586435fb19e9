"""What users do, with real clicks and keys."""

from browsing import PHONE, Browsing
from built import Site

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


ALL = [backlink, drawer]
