"""The bars that the largest page of every kind is held to. Each is a function whose doc string is its name."""

from browsing import DESKTOP, PHONE, Browsing
from built import Site

MOST_REQUESTS = 4

AXE = """() => axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations.map(violation =>
  violation.id + ' (' + violation.impact + '): ' + violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')))"""


def accessibility(browsing: Browsing, site: Site) -> list[str]:
    """accessibility"""
    faults = []
    for size, dark in [(DESKTOP, False), (PHONE, True), (DESKTOP, True), (PHONE, False)][: 2 if site.is_hostile else 4]:
        with browsing.view(site, size=size, dark=dark) as view:
            for path in site.kinds.values():
                page = view.open(path)
                page.evaluate(browsing.axe)
                found = page.evaluate(AXE)
                faults += [f"{path} ({size['width']}, {'dark' if dark else 'light'}): {violation}" for violation in found]
    return faults


def loading(browsing: Browsing, site: Site) -> list[str]:
    """requests, policy, layout shift and skip link"""
    faults = []
    with browsing.view(site) as view:
        for path in site.kinds.values():
            page = view.open(path)
            view.settle()
            witness = page.evaluate("witness")
            faults += [f"{path}: the policy forbids {violation}" for violation in witness["violations"]]
            faults += [f"{path}: {error}" for error in view.errors]
            faults += [f"{path} asks another host: {url}" for url in view.requests if not url.startswith((view.base, "data:"))]
            if len(view.requests) > MOST_REQUESTS:
                faults.append(f"{path} needs {len(view.requests)} requests: {view.requests}")
            if witness["shift"] > 0:
                faults.append(f"{path} shifts by {witness['shift']}")
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.getAttribute('href')") != "#page:main":
                faults.append(f"{path}: the first stop of the Tab key is no link to the content")
    return faults


def narrow(browsing: Browsing, site: Site) -> list[str]:
    """no horizontal scroll at 320 pixels"""
    faults = []
    with browsing.view(site, size={"width": 320, "height": 640}) as view:
        for path in site.kinds.values():
            width = view.open(path).evaluate("document.documentElement.scrollWidth")
            if width > 320:
                faults.append(f"{path} is {width} pixels wide")
    return faults


def disk(browsing: Browsing, site: Site) -> list[str]:
    """from the disk"""
    faults = []
    with browsing.view(site, disk=True) as view:
        for path in site.kinds.values():
            page = view.open(path)
            view.settle()
            faults += [f"{path}: {error}" for error in view.errors]
            if page.evaluate("getComputedStyle(document.body).margin") != "0px":
                faults.append(f"{path} has no style")
    return faults


def without_script(browsing: Browsing, site: Site) -> list[str]:
    """without JavaScript"""
    faults = []
    with browsing.view(site, script=False) as view:
        for path in site.kinds.values():
            page = view.open(path)
            if not page.locator("main h1").is_visible() or len(page.locator("main").inner_text()) < 60:
                faults.append(f"{path} shows no content")
            if not page.locator(".site-head nav a").first.is_visible():
                faults.append(f"{path} shows no navigation")
    with browsing.view(site, size=PHONE, script=False) as view:
        for path in site.kinds.values():
            page = view.open(path)
            menu = page.locator(".menu")
            closed = menu.is_visible()
            page.get_by_role("button", name="Menu").click()
            if closed or not menu.locator("a").first.is_visible():
                faults.append(f"{path}: the drawer does not open")
    return faults


def printed(browsing: Browsing, site: Site) -> list[str]:
    """on paper"""
    faults = []
    with browsing.view(site) as view:
        view.page.emulate_media(media="print")
        for path in site.kinds.values():
            page = view.open(path)
            shown = page.locator("nav:visible, .site-head:visible, .site-foot:visible, button:visible").count()
            if shown or not page.locator("main h1").is_visible():
                faults.append(f"{path} prints {shown} parts that lead elsewhere")
    return faults


ALL = [accessibility, loading, narrow, disk, without_script, printed]
