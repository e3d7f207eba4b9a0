#!/usr/bin/env python3
"""Open built pages in Chromium and report console errors, requests that fail and toggles that don't toggle.

python check.py [--kits a,b] [--pages 1,2] [--dark] [--width 1200] [--shots DIR]
"""

import argparse
import functools
import json
import shutil
import threading
from collections import Counter
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

CONTROLS = (
    "input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch], "
    "[role=option], [role=menuitemcheckbox], [role=menuitemradio], [aria-pressed]"
)

# Clicks each toggle host's first enabled control that a click can change, as a person would: in its middle.
TARGET = """
(host, controls) => {
  const search = (root) => [...root.querySelectorAll("*")].flatMap((element) => [
    ...(element.matches(controls) ? [element] : []), ...(element.shadowRoot ? search(element.shadowRoot) : []),
  ]);
  const found = search(host);
  const disabled = (c) => c.disabled || c.matches(":disabled") || c.closest("[aria-disabled=true], [data-disabled]:not([data-disabled=false])");
  const once = (c) => c.type === "radio" || c.getAttribute("role") === "radio";
  const on = (c) => c.checked === true || c.getAttribute("aria-checked") === "true";
  const usable = found.filter((c) => !disabled(c));
  const control = usable.find((c) => !(once(c) && on(c)));
  if (!found.length) return "no control";
  if (!control) return null;
  window.stateOf = () => JSON.stringify(search(host).map((c) =>
    [c.checked, c.indeterminate, c.getAttribute("aria-checked"), c.getAttribute("aria-pressed"), c.getAttribute("aria-selected")]));
  let box = control;
  const small = (e) => { const r = e.getBoundingClientRect(); return r.width < 8 || r.height < 8 || getComputedStyle(e).clipPath !== "none"; };
  const label = control.labels?.[0];
  if (small(control) && label) box = label;
  while (small(box) && box !== host) box = box.parentElement ?? box.getRootNode().host;
  box.scrollIntoView({ block: "center", behavior: "instant" });
  const r = box.getBoundingClientRect();
  return { x: r.x + r.width / 2, y: r.y + r.height / 2 };
}
"""


def check_page(page, url: str, shot: Path | None) -> Counter:
    problems: list[str] = []
    page.on(
        "console",
        lambda m: problems.append(f"console: {m.text[:200]}") if m.type == "error" else None,
    )
    page.on("pageerror", lambda e: problems.append(f"error: {str(e)[:300]}"))
    page.on("requestfailed", lambda r: problems.append(f"request: {r.url[:120]} {r.failure}"))
    page.on(
        "response",
        lambda r: problems.append(f"{r.status}: {r.url[:120]}") if r.status >= 400 else None,
    )
    page.goto(url)
    try:
        page.wait_for_selector("html[data-ready]", state="attached", timeout=15_000)
    except Exception:
        problems.append("never ready")
        return Counter(problems)
    page.wait_for_timeout(300)
    if shot:
        page.screenshot(path=shot, full_page=True)
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if overflow > 1:
        problems.append(f"page is {overflow} px too wide")
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".page-host")].filter((h) => h.getBoundingClientRect().width &&
             h.scrollWidth > h.clientWidth + 2).map((h) => h.dataset.kind)"""
    )
    problems += [f"wider than its host: {kind}" for kind in outside]
    empty = page.evaluate(
        """() => [...document.querySelectorAll(".page-host")]
             .filter((h) => h.getBoundingClientRect().height < 13).map((h) => h.dataset.kind)"""
    )
    problems += [f"empty: {kind}" for kind in empty]
    for host in page.query_selector_all('[data-specimen="toggle"]'):
        kind = host.get_attribute("data-kind")
        target = host.evaluate(TARGET, CONTROLS)
        if target == "no control":
            problems.append(f"no control: {kind}")
        if not isinstance(target, dict):
            continue
        before = page.evaluate("stateOf()")
        page.mouse.click(target["x"], target["y"])
        try:
            page.wait_for_function("before => stateOf() !== before", arg=before, timeout=700)
        except Exception:
            problems.append(f"did not toggle: {kind}")
    return Counter(problems)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dist", type=Path, default=Path(__file__).parent / "dist")
    parser.add_argument("--kits")
    parser.add_argument("--pages", help="page numbers, all unless given")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--width", type=int, default=1200)
    parser.add_argument("--shots", type=Path, help="folder for screenshots")
    options = parser.parse_args()

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=options.dist))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    kits = json.loads((options.dist / "kits.json").read_text())
    wanted = options.kits.split(",") if options.kits else [kit["name"] for kit in kits]
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    bad = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for kit in kits:
            if kit["name"] not in wanted:
                continue
            numbers = options.pages.split(",") if options.pages else range(1, kit["pages"] + 1)
            for number in numbers:
                name = f"{int(number):02}"
                scheme = "dark" if options.dark else "light"
                context = browser.new_context(
                    viewport={"width": options.width, "height": 900},
                    color_scheme=scheme,
                    reduced_motion="reduce",
                )
                shot = (
                    options.shots / f"{kit['name']}-{name}-{scheme}-{options.width}.png"
                    if options.shots
                    else None
                )
                url = f"http://127.0.0.1:{server.server_port}/{kit['name']}/{name}.html"
                problems = check_page(context.new_page(), url, shot)
                context.close()
                print(f"{kit['name']} {name}: {'ok' if not problems else ''}")
                for problem, count in problems.items():
                    print(f"  {problem}" + (f" ({count} times)" if count > 1 else ""))
                bad += bool(problems)
        browser.close()
    server.shutdown()
    return min(bad, 1)


if __name__ == "__main__":
    raise SystemExit(main())
