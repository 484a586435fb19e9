"""A browser over a site: from a small server with the strictest policy that the site must live under, or from the disk."""

import functools
import threading
import time
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page, sync_playwright

from built import Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

# Counts what a page does wrong from its first moment on.
WITNESS = """
window.witness = { violations: [], shift: 0 };
document.addEventListener('securitypolicyviolation', e => witness.violations.push(e.violatedDirective + ' ' + e.blockedURI));
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) witness.shift += e.value; })
  .observe({ type: 'layout-shift', buffered: true });
"""


class Handler(SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments):
        pass


class Browsing:
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")

    def __enter__(self):
        self.playwright = sync_playwright().start()
        self.chromium = self.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        self.servers: dict[Path, ThreadingHTTPServer] = {}
        return self

    def __exit__(self, *arguments):
        self.chromium.close()
        self.playwright.stop()
        for server in self.servers.values():
            server.shutdown()

    def address(self, site: Site) -> str:
        """Where a site is served, with a slash at its end."""
        if site.folder not in self.servers:
            server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=site.folder))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.servers[site.folder] = server
        return f"http://127.0.0.1:{self.servers[site.folder].server_port}/"

    @contextmanager
    def view(self, site: Site, *, size=DESKTOP, dark=False, script=True, disk=False):
        """A fresh window; `open(path)` shows a page of the site in it."""
        base = site.folder.as_uri() + "/" if disk else self.address(site)
        context = self.chromium.new_context(
            viewport=size, color_scheme="dark" if dark else "light", java_script_enabled=script, base_url=None
        )
        if not disk:
            context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base.rstrip("/"))
        context.add_init_script(WITNESS)
        try:
            yield View(context.new_page(), base)
        finally:
            context.close()


class View:
    def __init__(self, page: Page, base: str):
        self.page, self.base = page, base
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.errors.append(f"could not load {request.url}"))
        page.on("response", lambda response: response.status >= 400 and self.errors.append(f"{response.status} for {response.url}"))
        page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, path: str) -> Page:
        self.requests.clear()
        self.errors.clear()
        self.page.goto(self.base + path.replace("%", "%25").replace("?", "%3F").replace("#", "%23"))
        return self.page

    def settle(self) -> None:
        """Waits until what was asked for is painted."""
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))")

    def wait(self, expression: str, seconds: float = 30) -> None:
        """Waits until an expression is true. Playwright's own wait evaluates text in the page, which the policy forbids."""
        end = time.monotonic() + seconds
        while not self.page.evaluate(expression):
            if time.monotonic() > end:
                raise TimeoutError(f"still false after {seconds} s: {expression}")
            time.sleep(0.02)
