"""The search and the small scripts of the frame, with real clicks and keys; and the index held against the words of the script."""

from browsing import DESKTOP, PHONE, Browsing, View
from built import Site

README = "modules/workflows/database/README.html"


def ask(view: View, words: str) -> list[str]:
    """Opens the search with a key, writes, and waits for its answer: what the options say."""
    page = view.page
    if not page.locator("dialog.search-dialog[open]").count():
        page.keyboard.press("/")
    box = page.locator("dialog input")
    box.fill(words)
    view.wait("!/^(Loading|Searching)/.test(document.querySelector('.search-status').textContent)")
    view.wait("[...document.querySelectorAll('.hit-page')].every(page => page.querySelector('.hit-text'))")
    return page.locator("dialog .hit").all_inner_texts()


def opens_hit(browsing: Browsing, site: Site) -> list[str]:
    """finding "zero downtime", from the disk and from a server, and opening the hit with its words marked"""
    faults = []
    for disk in (True, False):
        with browsing.view(site, disk=disk) as view:
            page = view.open("index.html")
            hits = ask(view, "zero downtime")
            page.keyboard.press("Enter")
            page.wait_for_url("**/README.html?q=zero+downtime#example-2-zero-downtime-migration")
            page.locator("mark.found").first.wait_for()
            words = {word.lower() for word in page.locator("mark.found").all_inner_texts()}
            shown = page.locator("#example-2-zero-downtime-migration").bounding_box()
            if words != {"zero", "downtime"} or not 0 < shown["y"] < DESKTOP["height"] or len(hits) < 3:
                faults.append(f"disk {disk}: {len(hits)} hits, marks {words}, heading at {shown}")
            page.keyboard.press("Escape")
            if page.locator("mark.found").count():
                faults.append("Escape leaves the marks")
            faults += view.errors
    return faults


def answers(browsing: Browsing, site: Site) -> list[str]:
    """what the search finds: parts of a word, identifiers, phrases, slips, and nothing"""
    cases = [
        # words, what the first option says, what the status says
        ("migration workf", "Migration Workflow", "pages"),
        ("PG_STAT_STATEMENTS", "PostgreSQL", "page"),
        ('"expand and contract"', "Expand and Contract", "page"),
        ('"contract and expand"', "", "Nothing has all these words"),
        ("postgrseql locks", "", "Nothing has exactly that"),
        ("zero qqqqqq", "", "Nothing has all these words"),
        ("!!!", "", "All words have to be there"),
    ]
    faults = []
    with browsing.view(site, disk=True) as view:
        page = view.open("index.html")
        for words, first, status in cases:
            hits = ask(view, words)
            said = page.locator(".search-status").inner_text()
            if status not in said or first not in (hits or [""])[0] or bool(hits) != (first != "" or "exactly" in status):
                faults.append(f"{words}: {said!r}, first {hits[:1]}")
        ask(view, "index")
        titles = page.locator(".hit-title").all_inner_texts()
        if not titles or "index" not in titles[0].lower():
            faults.append(f"index: a title with the word does not come first: {titles[:3]}")
        ask(view, '"foreign key"')
        for group in page.locator(".hit-page").all():
            if "foreign key" not in group.inner_text().lower().replace("-", " ").replace("\n", " "):
                faults.append(f'"foreign key": {group.inner_text()!r}')
    return faults


def keyboard(browsing: Browsing, site: Site) -> list[str]:
    """the search by keyboard, its roles, and the focus before and after"""
    faults = []
    with browsing.view(site) as view:
        page = view.open(README)
        page.locator(".site-nav a").first.focus()
        page.keyboard.press("Control+k")
        box = page.get_by_role("combobox", name="Search")
        box.wait_for()
        page.keyboard.type("schema / key")
        page.locator("[role=option]").first.wait_for()
        view.wait("document.querySelectorAll('.hit-text').length > 1")
        seen = [chosen(page)]
        for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
            page.keyboard.press(key)
            seen.append(chosen(page))
        if len(set(seen)) < 3 or seen[1] != seen[3] or seen[0] != seen[4] or None in seen:
            faults.append(f"the arrows choose {seen}")
        if box.get_attribute("aria-expanded") != "true" or not box.evaluate("box => box === document.activeElement"):
            faults.append("the box is not expanded, or lost the focus")
        page.evaluate(browsing.axe)
        found = page.evaluate("axe.run(document).then(result => result.violations.map(v => v.id + ' ' + v.nodes[0].html.slice(0, 120)))")
        faults += [f"accessibility of the dialog: {violation}" for violation in found]
        page.keyboard.press("Escape")
        if page.locator("dialog[open]").count() or not page.evaluate("document.activeElement.matches('.site-nav a')"):
            faults.append("Escape does not close it, or the focus is not back")
        page.locator(".search-open").click()
        if not page.locator("dialog[open]").count() or not box.evaluate("box => box === document.activeElement"):
            faults.append("the link in the header does not open it")
        page.mouse.click(5, 500)
        if page.locator("dialog[open]").count():
            faults.append("a click beside it does not close it")
        faults += view.errors + page.evaluate("witness.violations")
    return faults


def chosen(page) -> str | None:
    """What the box points at, which has to be the one selected option."""
    return page.evaluate(
        """() => {
          const [selected, ...others] = document.querySelectorAll('[role=option][aria-selected=true]');
          const active = document.querySelector('dialog input').getAttribute('aria-activedescendant');
          return others.length === 0 && selected?.id === active ? active : null;
        }"""
    )


def search_page(browsing: Browsing, site: Site) -> list[str]:
    """the page of the search: its words in the address, and every page without script"""
    faults = []
    with browsing.view(site) as view:
        page = view.page
        page.goto(view.base + "search.html?q=vacuum")
        page.locator(".search-page .hit").first.wait_for()
        page.get_by_role("combobox").focus()
        page.keyboard.press("End")
        page.keyboard.type(" table")
        page.wait_for_url("**/search.html?q=vacuum+table")
        page.goto(view.base + README)
        page.go_back()
        page.locator(".search-page .hit").first.wait_for()
        if page.get_by_role("combobox").input_value() != "vacuum table":
            faults.append(f"back with {page.get_by_role('combobox').input_value()!r}")
        page.keyboard.press("Control+k")
        view.settle()
        if page.locator("dialog[open]").count() or page.evaluate("witness.shift") > 0:
            faults.append(f"a dialog over the box, or a shift of {page.evaluate('witness.shift')}")
        view.open("search.html")
        page.keyboard.press("/")
        page.keyboard.type("lock")
        page.locator(".search-page .hit").first.wait_for()
    with browsing.view(site, script=False) as view:
        page = view.open("index.html")
        page.get_by_role("link", name="Search").click()
        listed = page.locator("main .rows a").count()
        if listed < 90 or page.locator(".theme:visible, .copy:visible, .search-page:visible").count():
            faults.append(f"without script {listed} pages are listed, or what needs script is shown")
    return faults


def theme(browsing: Browsing, site: Site) -> list[str]:
    """switching the theme and loading again, without a flash"""
    faults = []
    for disk in (False, True):
        with browsing.view(site, disk=disk) as view:
            page = view.open("index.html")
            ground = "getComputedStyle(document.body).backgroundColor"
            light = page.evaluate(ground)
            button = page.get_by_role("button", name="Theme")
            button.click()
            button.click()
            dark = page.evaluate(ground)
            # What the first paint of the next page will find: the theme is there before its body is.
            page.add_init_script(
                "new MutationObserver((_, self) => { if (document.body) { self.disconnect(); "
                "window.early = document.documentElement.dataset.theme; } }).observe(document, { childList: true, subtree: true })"
            )
            view.open(README)
            if light == dark or page.evaluate(ground) != dark or page.evaluate("window.early") != "dark":
                faults.append(f"disk {disk}: {light}, {dark}, then {page.evaluate(ground)}, early {page.evaluate('window.early')}")
            button.click()
            page.reload()
            if page.evaluate(ground) != light:
                faults.append("the system's theme does not come back")
    return faults


def copying(browsing: Browsing, site: Site) -> list[str]:
    """copying a block of code, and the address of a section"""
    faults = []
    with browsing.view(site) as view:
        page = view.open("modules/workflows/database/rules/migration-workflow.html")
        figure = page.locator("figure.code").first
        button = figure.get_by_role("button", name="Copy")
        width = button.bounding_box()["width"]
        button.click()
        figure.get_by_text("Copied").wait_for()
        if page.evaluate("navigator.clipboard.readText()") != figure.locator("pre").text_content():
            faults.append("what was copied is not the code")
        if figure.get_by_role("button").bounding_box()["width"] < width:
            faults.append("the button shrinks")
        page.get_by_role("status").get_by_text("Copied").wait_for(state="attached")
        figure.get_by_text("Copy", exact=True).wait_for()
        heading = page.locator("h2:has(.anchor)").first
        heading.hover()
        heading.locator(".anchor").click()
        page.get_by_role("status").get_by_text("Link copied").wait_for(state="attached")
        copied = page.evaluate("navigator.clipboard.readText()")
        if copied != page.url or "#" not in copied:
            faults.append(f"copied {copied}, at {page.url}")
        if page.evaluate("witness.shift") > 0:
            faults.append(f"it shifts by {page.evaluate('witness.shift')}")
    return faults


def contents(browsing: Browsing, site: Site) -> list[str]:
    """the section that is read, marked in the contents"""
    faults = []
    with browsing.view(site) as view:
        page = view.open("modules/workflows/database/rules/migration-workflow.html")
        ids = page.evaluate("[...document.querySelectorAll('.toc a')].map(link => decodeURIComponent(link.hash.slice(1)))")
        for anchor in (ids[1], ids[len(ids) // 2], ids[-1]):
            page.evaluate("id => document.getElementById(id).scrollIntoView()", anchor)
            view.settle()
            marked = page.evaluate("[...document.querySelectorAll('.toc [aria-current]')].map(link => decodeURIComponent(link.hash.slice(1)))")
            if marked != [anchor]:
                faults.append(f"at {anchor} is marked {marked}")
    return faults


def phone(browsing: Browsing, site: Site) -> list[str]:
    """the search on a phone"""
    with browsing.view(site, size=PHONE, dark=True) as view:
        page = view.open(README)
        page.get_by_role("link", name="Search").click()
        page.get_by_role("combobox").fill("rollback")
        page.locator(".hit").first.wait_for()
        wide = page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]
        page.locator(".hit").nth(1).click()
        page.locator("mark.found").first.wait_for()
        return ["the page is wider than the phone"] if wide else []


def words(browsing: Browsing, site: Site) -> list[str]:
    """the words of the script and those of the index"""
    with browsing.view(site) as view:
        page = view.open("search.html")
        page.keyboard.press("/")
        view.wait("typeof SearchIndex !== 'undefined' && SearchIndex.isReady")
        return page.evaluate(COMPARE)


# Cuts every text of the site by the script, and looks for a section whose words are not those that the index has for it.
COMPARE = """async () => {
  const faults = [];
  const due = (ask) => new Promise(done => {
    const look = () => { const value = ask(); if (value === undefined) setTimeout(look, 20); else done(value); };
    look();
  });
  const indexed = [];
  for (const [word, postings] of await due(() => SearchIndex.findNear('a', () => true))) {
    SearchIndex.each(postings, section => (indexed[section] ??= new Set()).add(word));
  }
  for (let section = 0; section < SearchIndex.sectionCount; section += 1) {
    const page = SearchIndex.pageOf(section);
    const first = SearchIndex.firstSection(page);
    const [, heading, text] = (await due(() => SearchIndex.sections(page)))[section - first];
    const cut = new Set();
    for (const piece of [heading, text, section === first ? SearchIndex.title(page) : '']) {
      for (const { word, parts } of SearchWords.read(piece)) [word, ...parts].forEach(one => cut.add(one));
    }
    const stored = indexed[section] ?? new Set();
    const odd = [...cut].filter(word => !stored.has(word)).concat([...stored].filter(word => !cut.has(word)));
    if (odd.length > 0) faults.push(`${SearchIndex.title(page)}, ${heading}: ${odd.slice(0, 5)}`);
  }
  return SearchIndex.sectionCount > 10 ? faults.slice(0, 10) : ['nothing was compared'];
}"""


ALL = [opens_hit, answers, keyboard, search_page, theme, copying, contents, phone, words]


def hostile(browsing: Browsing, site: Site) -> list[str]:
    """hostile, hits and marks stay text, and the words are those of the index"""
    faults = []
    with browsing.view(site) as view:
        page = view.open("index.html")
        for asked in ["script window harmed", "img onerror", "long", "شرح", '"<script>window.harmed"', "\\", "' onclick=x", "x" * 5000]:
            ask(view, asked)
            view.settle()
        hits = ask(view, "script harmed")
        odd = page.evaluate(
            "[...document.querySelectorAll('dialog *')].filter(e => !['DIV', 'A', 'SPAN', 'MARK', 'P', 'INPUT', 'BUTTON'].includes(e.tagName)).length"
        )
        if not hits or odd or not any("<script>" in hit for hit in hits):
            faults.append(f"{len(hits)} hits, {odd} elements that are not ours")
        for path in site.pages:
            page.goto(view.base + path.replace("%", "%25").replace("?", "%3F").replace("#", "%23") + "?q=%3Cscript%3Ewindow%20harmed%20onclick")
            view.settle()
            if page.evaluate("window.harmed") is not None:
                faults.append(f"{path} ran something of its source when it was marked")
        faults += view.errors + page.evaluate("witness.violations")
        view.open("search.html").keyboard.press("/")
        view.wait("typeof SearchIndex !== 'undefined' && SearchIndex.isReady")
        faults += page.evaluate(COMPARE)
    return faults
