"""Fetches packages of finished web pages by other people, to be harvested beside the gallery.

Usage: python examples/ui_kits/fetch_pages.py OUT [--packages NAME,NAME]

Writes OUT/real/PACKAGE/ (the package's pages, which load nothing from other servers: fonts and
scripts from there are replaced by files of npm packages or left out, pictures by a drawn one) and
OUT/real/pages.json, a list of packages: `package`, `version`, `licence`, `root` (folder
in OUT/real to serve), `pages` (paths in it) and `wait` (CSS selector of a page that is ready, or
null). Packages that can't be had are left out with a message; what is there is not fetched again.
Needs npm, and `apt-get` of Debian or Ubuntu for Bootstrap's examples.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import partial
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

SHARED = "_replaced"
"""Folder in each root with what replaces files from other servers."""
PICTURE = f"/{SHARED}/picture.svg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Where finished pages come from."""

    name: str
    version: str
    licence: str
    folder: str = ""
    """Folder of the package that is served."""
    leave_out: tuple[str, ...] = ()
    """Patterns of pages that show nothing, or not what they should."""
    wait: str | None = None
    decidable: tuple[tuple[str, str], ...] = ()
    """Classes of toggles, or of groups of them, whose state a picture can't always tell, each with
    the labels that it can tell."""
    prepare: Callable[[Path, Path], None] | None = None
    """Called with the root and a folder for downloads, to write what the package lacks."""
    debian: bool = False
    """Fetched with apt-get, not with npm."""

    @property
    def spec(self) -> str:
        """What npm or apt-get calls it."""
        return f"{self.name}{'=' if self.debian else '@'}{self.version}"


_FONT_AWESOME_4 = ("font-awesome@4.7.0", ("css/font-awesome.min.css",))
_FONT_AWESOME_6 = (
    "@fortawesome/fontawesome-free@6.7.2",
    ("css/all.min.css", "css/v4-shims.min.css"),
)

# The pages of Soft UI frame samples that load its files from elsewhere.
_SOFT_UI_CSS = ("", ("assets/css/soft-design-system.min.css",))
_SOFT_UI_JS = ("", ("assets/js/soft-design-system.min.js",))


def _weights(*weights: int) -> tuple[str, ...]:
    return tuple(f"latin-{weight}.css" for weight in weights)


FONTS = {
    "Inter": ("@fontsource/inter@5.3.0", _weights(300, 400, 500, 600, 700, 800)),
    "Nunito": ("@fontsource/nunito@5.3.0", _weights(200, 300, 400, 600, 700, 800, 900)),
    "Open Sans": ("@fontsource/open-sans@5.3.0", _weights(300, 400, 600, 700)),
    "Playfair Display": ("@fontsource/playfair-display@5.3.0", _weights(700, 900)),
    "Roboto": ("@fontsource/roboto@5.3.0", _weights(300, 400, 500, 700, 900)),
    "Roboto Slab": ("@fontsource/roboto-slab@5.3.0", _weights(400, 700)),
    "Source Sans Pro": ("@fontsource/source-sans-pro@5.3.0", _weights(300, 400, 600, 700)),
    "Material Icons": ("material-icons@1.13.14", ("iconfont/filled.css",)),
    "Material Icons Round": ("material-icons@1.13.14", ("iconfont/round.css",)),
}
"""npm packages and their files in place of families of Google Fonts."""
FILES = {
    "bootstrapcdn.com/font-awesome/": _FONT_AWESOME_4,
    "kit.fontawesome.com/": _FONT_AWESOME_6,
    "/feather-icons@": ("feather-icons@4.28.0", ("dist/feather.min.js",)),
    "/chart.js@": ("chart.js@2.9.4", ("dist/Chart.min.js",)),
    "soft-design-system-pro.min.css": _SOFT_UI_CSS,
    "soft-design-system.min.css": _SOFT_UI_CSS,
    "soft-design-system-pro.min.js": _SOFT_UI_JS,
    "soft-design-system.min.js": _SOFT_UI_JS,
    "/masonry-layout@": ("masonry-layout@4.2.2", ("dist/masonry.pkgd.min.js",)),
}
"""The same for other addresses that contain these words; without a package, files of its own."""
ANALYTICS = "https://www.google-analytics.com/analytics.js"
"""What scripts load, for nothing that is seen."""

_TAG = re.compile(
    r"<link\b[^>]*>|<script\b[^>]*\bsrc\s*=[^>]*>\s*</script>|<iframe\b[^>]*>", re.IGNORECASE
)
_ADDRESS = re.compile(r"\b(?:href|src)\s*=\s*[\"']?((?:https?:)?//[^\"'\s>]+)", re.IGNORECASE)
_PICTURE_ADDRESSES = (
    re.compile(r"(<(?:img|source)\b[^>]*?\bsrc(?:set)?\s*=\s*[\"'])(?:https?:)?//[^\"']+"),
    re.compile(
        r"(url\(\s*(?:[\"']|&quot;|&#39;)?)(?:https?:)?//[^\"')&]+(?:&amp;[^\"')&]+|&[^\"')]+)*"
    ),
)
_FILE_IN_CSS = re.compile(r"url\(\s*[\"']?(?!data:|https?:|#)([^\"')?#]+)")


def npm_pack(spec: str, downloads: Path) -> Path:
    """Returns the unpacked folder of a package, which is downloaded if it isn't there."""
    target = downloads / spec.replace("/", "-")
    if not target.is_dir():
        with TemporaryDirectory(dir=downloads) as scratch:
            _run("npm", "pack", spec, "--silent", cwd=Path(scratch))
            (archive,) = Path(scratch).glob("*.tgz")
            with tarfile.open(archive) as files:
                files.extractall(Path(scratch, "files"), filter="data")
            (folder,) = Path(scratch, "files").iterdir()
            folder.rename(target)
    return target


def make_root(package: Package, source: Path, root: Path, downloads: Path) -> None:
    """Makes the folder to be served of an unpacked package."""
    shutil.copytree(source / package.folder, root)
    for path in [*source.glob("LICEN[CS]E*"), source / "package.json"]:
        if path.is_file():
            shutil.copy(path, root)
    if package.prepare is not None:
        package.prepare(root, downloads)
    (root / SHARED).mkdir(exist_ok=True)
    _write(root / PICTURE[1:], _DRAWN_PICTURE)
    # Some folders are called like files.
    for path in (path for path in root.rglob("*.*s") if path.suffix in (".css", ".js")):
        if not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        mended = text.replace(ANALYTICS, "data:text/javascript,")
        mended = _without_pictures(mended) if path.suffix == ".css" else mended
        if mended != text:
            _write(path, mended)
    for page in pages_of(package, root):
        text = (root / page).read_text(encoding="utf-8", errors="replace")
        for name, labels in package.decidable:
            about = rf'\g<0> data-design="{name}" data-decidable="{labels}"'
            text = re.sub(rf'class="(?:[^"]* )?{name}(?: [^"]*)?"', about, text)
        mended = mend(text, package.name, partial(copy_files, root, downloads))
        _write(root / page, _without_missing(mended, root, (root / page).parent))


def pages_of(package: Package, root: Path) -> list[str]:
    """Returns the paths of pages that show something."""
    found = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.html"))
    return [path for path in found if not any(fnmatch(path, out) for out in package.leave_out)]


def mend(html: str, kit: str, copy: Callable[[str, tuple[str, ...]], list[str]]) -> str:
    """Returns a page that loads nothing from other servers and names its kit."""

    def mend_tag(match: re.Match[str]) -> str:
        tag = match[0]
        address = _ADDRESS.search(tag)
        if address is None:
            return tag
        if tag.lower().startswith("<iframe"):
            return tag.replace(address[1], "about:blank")
        if re.search(r"rel\s*=\s*[\"']?canonical", tag):
            return tag
        return "\n".join(map(_element, _local_files(address[1], copy)))

    mended = _without_pictures(_TAG.sub(mend_tag, html))
    meta = f'<meta name="checkboxnet:kit" content="{escape(kit)}">'
    return re.sub(r"<head\b[^>]*>", lambda head: f"{head[0]}\n{meta}", mended, count=1)


def copy_files(root: Path, downloads: Path, spec: str, names: tuple[str, ...]) -> list[str]:
    """Copies files of an npm package, with the files that they name, and returns addresses."""
    if not spec:
        return [f"/{name}" for name in names]
    source = npm_pack(spec, downloads)
    target = root / SHARED / source.name
    for name in names:
        refers = name.endswith(".css") and _FILE_IN_CSS.findall((source / name).read_text())
        for path in (name, *(f"{Path(name).parent}/{file}" for file in refers or ())):
            if (source / path).is_file() and not (target / path).exists():
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source / path, target / path)
    return [f"/{SHARED}/{source.name}/{name}" for name in names]


def _local_files(address: str, copy: Callable[[str, tuple[str, ...]], list[str]]) -> list[str]:
    chosen = [replaced for part, replaced in FILES.items() if part in address]
    for families in re.findall(r"family=([^&]+)", address):
        names = [name.split(":")[0].replace("+", " ") for name in families.split("|")]
        chosen += [FONTS[name] for name in names if name in FONTS]
    return [path for spec, names in chosen for path in copy(spec, names)]


def _element(path: str) -> str:
    if path.endswith(".js"):
        return f'<script src="{path}"></script>'
    return f'<link rel="stylesheet" href="{path}">'


def _without_pictures(text: str) -> str:
    for pattern in _PICTURE_ADDRESSES:
        text = pattern.sub(rf"\g<1>{PICTURE}", text)
    return text


def _without_missing(html: str, root: Path, folder: Path) -> str:
    def mended(match: re.Match[str]) -> str:
        path = match[2]
        file = root / path[1:] if path.startswith("/") else folder / path
        return match[0] if file.is_file() or ":" in path else f"{match[1]}{PICTURE}"

    return re.sub(r"(<img\b[^>]*?\bsrc\s*=\s*[\"'])([^\"'?#]+)", mended, html)


# What two packages lack: Swagger UI an interface to document, Bootstrap's examples their frame.

_OAS_EXAMPLES = "@readme/oas-examples@8.2.2"
_INTERFACES = {
    "petstore": ("3.0/json/petstore.json", "list", False),
    "petstore-try": ("2.0/json/petstore.json", "full", True),
    "requests": ("3.0/json/request-examples.json", "list", False),
    "types": ("3.0/json/schema-types.json", "full", True),
    "enums": ("3.0/json/schema-enums.json", "full", True),
    "uspto": ("3.0/json/uspto.json", "full", True),
}


def add_interfaces(root: Path, downloads: Path) -> None:
    """Writes a page of Swagger UI for each of several interfaces."""
    source = npm_pack(_OAS_EXAMPLES, downloads)
    frame = (root / "index.html").read_text()
    initializer = re.compile(r"<script src=\"[^\"]*swagger-initializer.js\"[^>]*>\s*</script>")
    for name, (path, expansion, tried) in _INTERFACES.items():
        shutil.copy(source / path, root / f"{name}.json")
        settings = {
            "url": f"{name}.json",
            "dom_id": "#swagger-ui",
            "docExpansion": expansion,
            "tryItOutEnabled": tried,
            "validatorUrl": None,
        }
        call = f"SwaggerUIBundle({json.dumps(settings)})"
        script = f"<script>window.onload = () => {{ window.ui = {call}; }};</script>"
        head, end = initializer.split(frame)
        _write(root / f"{name}.html", head + script + end)


_BOOTSTRAP = ("bootstrap@5.2.3", ("dist/css/bootstrap.min.css", "dist/js/bootstrap.bundle.min.js"))
_BOOTSTRAP_RTL = ("dist/css/bootstrap.rtl.min.css", _BOOTSTRAP[1][1])
_PLACEHOLDER_COLORS = {"background": "#868e96", "color": "#dee2e6"}


def debian_examples(spec: str, downloads: Path) -> Path:
    """Returns the folder of Bootstrap's examples, out of Debian's package of its documentation."""
    package, target = spec.split("=")[0], downloads / spec
    if not target.is_dir():
        with TemporaryDirectory(dir=downloads) as scratch:
            _run("apt-get", "download", spec, cwd=Path(scratch))
            (archive,) = Path(scratch).glob("*.deb")
            _run("dpkg-deb", "-x", archive.name, "files", cwd=Path(scratch))
            documents = Path(scratch, "files/usr/share/doc")
            shutil.copy(documents / package / "copyright", documents / "libjs-bootstrap5/examples")
            (documents / "libjs-bootstrap5/examples").rename(target)
    return target


def frame_examples(root: Path, downloads: Path) -> None:
    """Makes pages of Bootstrap's examples, which are sources for the site generator Hugo."""
    for path in root.glob("*/index.html"):
        _, head, body = path.read_text().split("---\n", 2)
        rtl = "direction: rtl" in head
        names = _BOOTSTRAP_RTL if rtl else _BOOTSTRAP[1]
        own = re.findall(r"^  - (?:src: )?\"([^\"]+)\"", head, re.MULTILINE)
        spec = _BOOTSTRAP[0]
        css, js = copy_files(root, downloads, spec, names)
        elements = [css, *[name for name in own if "css" in name]]
        scripts = [] if "include_js: false" in head else [js, *[n for n in own if ".js" in n]]
        classes = {
            name: (re.search(rf"^{name}_class: \"([^\"]*)\"", head, re.MULTILINE) or ["", ""])[1]
            for name in ("html", "body")
        }
        _write(
            path,
            f'<!doctype html>\n<html lang="{"ar" if rtl else "en"}" dir="{"rtl" if rtl else "ltr"}"'
            f' class="{classes["html"]}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"{_lines(elements)}\n<style>{_EXAMPLE_STYLE}</style>\n</head>\n"
            f'<body class="{classes["body"]}">\n{_filled(body)}\n'
            f"{_lines(scripts)}\n</body></html>\n",
        )


# As in the layout of Bootstrap's site.
_EXAMPLE_STYLE = (
    ".bd-placeholder-img { font-size: 1.125rem; text-anchor: middle; user-select: none }"
    "@media (min-width: 768px) { .bd-placeholder-img-lg { font-size: 3.5rem } }"
    ".b-example-divider { height: 3rem; background-color: rgba(0, 0, 0, .1);"
    " border: solid rgba(0, 0, 0, .15); border-width: 1px 0;"
    " box-shadow: inset 0 .5em 1.5em rgba(0, 0, 0, .1), inset 0 .125em .5em rgba(0, 0, 0, .15) }"
    ".b-example-vr { flex-shrink: 0; width: 1.5rem; height: 100vh }"
    ".bi { vertical-align: -.125em; fill: currentColor }"
    ".nav-scroller { position: relative; z-index: 2; height: 2.75rem; overflow-y: hidden }"
    ".nav-scroller .nav { display: flex; flex-wrap: nowrap; padding-bottom: 1rem; margin-top: -1px;"
    " overflow-x: auto; text-align: center; white-space: nowrap }"
)


def _lines(paths: list[str]) -> str:
    return "\n".join(map(_element, paths))


def _filled(body: str) -> str:
    """Returns a page without Hugo's instructions."""
    body = re.sub(r"\{\{< placeholder ([^}]*?)>\}\}", _placeholder, body)
    body = re.sub(r"\{\{< year >\}\}", "2022", body)
    # Rows for each of the theme's colours.
    body = re.sub(
        r"\{\{- range \(index \$\.Site\.Data \"theme-colors\"\) \}\}(.*?)\{\{- end -\}\}",
        _rows_of_colors,
        body,
        flags=re.DOTALL,
    )
    body = re.sub(r"\{\{< docsref \"[^\"]*\" ?>\}\}", "#", body)
    body = re.sub(r"\{\{< param \w+ >\}\}", "5.2", body)
    body = re.sub(r"\{\{< example[^}]*>\}\}", '<div class="bd-example">', body)
    body = re.sub(r"\{\{< /example >\}\}", "</div>", body)
    body = re.sub(r"src=\"/docs/[^\"]*\"", f'src="{PICTURE}"', body)
    return re.sub(r"\{\{.*?\}\}", "", body, flags=re.DOTALL)


def _rows_of_colors(match: re.Match[str]) -> str:
    colors = ["primary", "secondary", "success", "danger", "warning", "info", "light", "dark"]
    # What comes with a condition is for some colours only.
    once = re.sub(r"\{\{ if or .*?\{\{ end -?\}\}", "", match[1], flags=re.DOTALL)
    rows = (re.sub(r"\{\{ \.name \}\}", color, once) for color in colors)
    return "".join(
        re.sub(r"\{\{ \.name \| title \}\}", color.title(), row)
        for color, row in zip(colors, rows, strict=True)
    )


def _placeholder(match: re.Match[str]) -> str:
    given = dict(re.findall(r"(\w+)=\"([^\"]*)\"", match[1]))
    about = _PLACEHOLDER_COLORS | given
    text = about.get("text", f"{about.get('width', '100%')}x{about.get('height', '180')}")
    drawn = (
        ""
        if text == "false"
        else f'<text x="50%" y="50%" dy=".3em" fill="{about["color"]}">{text}</text>'
    )
    return (
        f'<svg class="bd-placeholder-img {about.get("class", "")}"'
        f' width="{about.get("width", "100%")}" height="{about.get("height", "180")}"'
        ' role="img" preserveAspectRatio="xMidYMid slice">'
        f'<rect width="100%" height="100%" fill="{about["background"]}"/>{drawn}</svg>'
    )


_DRAWN_PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" preserveAspectRatio="none">
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#3d5a80"/>
<stop offset="1" stop-color="#98a9bd"/></linearGradient>
<rect width="600" height="400" fill="url(#sky)"/>
<path d="M0 330 140 190 260 300 400 150 600 320V400H0Z" fill="#2b3d4f"/></svg>
"""

PACKAGES = (
    Package(
        name="adminbsb-materialdesign",
        version="1.0.7",
        licence="MIT",
        # CKEditor in plugins/ has another licence; the maps are drawn from elsewhere.
        leave_out=("plugins/*", "documentation/*", "pages/maps/[gy]*"),
        wait="body:not(:has(> .page-loader-wrapper:not([style*=none])))",
    ),
    Package(
        name="tabler-ui",
        version="0.0.34",
        licence="MIT",
        folder="dist",
        decidable=(
            ("colorinput-input", "checked"),
            ("imagecheck-input", "checked"),
            ("selectgroup-input", "checked"),
        ),
        leave_out=("40[013].html", "503.html", "docs.html", "maps.html"),
    ),
    Package(name="soft-ui-dashboard", version="1.0.1", licence="MIT"),
    Package(
        name="soft-ui-design-system", version="1.0.4", licence="MIT", leave_out=("index.html",)
    ),
    Package(
        name="material-dashboard",
        version="3.1.0",
        licence="MIT",
        leave_out=("index.html", "pages/icons.html"),
    ),
    Package(name="material-kit", version="2.0.4", licence="MIT"),
    Package(
        name="gentelella",
        version="4.2.0",
        licence="MIT",
        folder="dist",
        leave_out=("index.html", "stats.html", "production/icons.html", "production/map.html"),
        decidable=(("segmented", "none"), ("theme-toggle", "none")),
    ),
    Package(name="startbootstrap-sb-admin-2", version="4.1.4", licence="MIT"),
    Package(
        name="swagger-ui-dist",
        version="5.35.0",
        licence="Apache-2.0",
        leave_out=("index.html", "oauth2-redirect.html"),
        wait=".swagger-ui .opblock",
        prepare=add_interfaces,
    ),
    Package(
        name="libjs-bootstrap5-doc",
        version="5.2.3+dfsg-8",
        licence="MIT",
        leave_out=("_index.html",),
        prepare=frame_examples,
        debian=True,
    ),
)


def _run(*command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{' '.join(command)}: {done.stderr.strip() or done.stdout.strip()}")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="surrogateescape")


def main() -> None:
    """Fetches, mends and lists."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--packages", default="", help="only these, separated by commas")
    arguments = parser.parse_args()
    asked = [name for name in arguments.packages.split(",") if name]
    real = arguments.out / "real"
    downloads = (real / ".downloads").resolve()
    downloads.mkdir(parents=True, exist_ok=True)

    listed = []
    for package in PACKAGES:
        if asked and package.name not in asked:
            continue
        root = real / package.name
        try:
            if not root.is_dir():
                get = debian_examples if package.debian else npm_pack
                source = get(package.spec, downloads)
                with TemporaryDirectory(dir=downloads) as scratch:
                    made = Path(scratch, package.name)
                    make_root(package, source, made, downloads)
                    made.rename(root)
        except OSError as error:
            print(f"{package.name} is left out: {error}", file=sys.stderr)
            continue
        pages = pages_of(package, root)
        print(f"{package.spec}: {len(pages)} pages", flush=True)
        listed.append(
            {
                "package": package.name,
                "version": package.version,
                "licence": package.licence,
                "root": package.name,
                "pages": pages,
                "wait": package.wait,
            }
        )
    _write(real / "pages.json", json.dumps(listed, indent=1) + "\n")


if __name__ == "__main__":
    main()
