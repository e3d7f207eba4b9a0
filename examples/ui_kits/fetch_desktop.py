"""Downloads pictures of desktop themes' checkboxes, radios and switches for the kit `desktop`.

Usage: python examples/ui_kits/fetch_desktop.py [--out examples/ui_kits/desktop]

Takes ttkthemes from PyPI and GTK themes from Debian (`pip download`, `apt-get download`), pairs the
pictures of off, on and mixed, and writes them with an index.json. What can't be had is left out.
The pictures are not committed: each theme's licence stands in the index. Needs Pillow, and on a
Debian or Ubuntu system apt-get, dpkg and, for a few themes, gresource (libglib2.0-bin).
"""

from __future__ import annotations

import argparse
import base64
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
TTKTHEMES = "3.3.0"

TTK_LICENCES = {
    **dict.fromkeys(("aquativo", "blue", "clearlooks", "elegance", "keramik"), "TCL"),
    **dict.fromkeys(("kroc", "plastik", "winxpblue", "scid"), "TCL"),
    "adapta": "CC-BY-SA-4.0",
    "breeze": "LGPL-2.1",
    "smog": "GPL-2.0-or-later",
}
"""By the start of a theme's name; the others' is the package's."""
TTK_LICENCE = "GPL-3.0-or-later"
TTK_STATES: dict[str, set[str]] = {"off": set(), "on": {"selected"}, "mixed": {"alternate"}}

DEBIAN_LICENCES = {
    "arc-theme": "GPL-3.0-or-later",
    "blackbird-gtk-theme": "GPL-2.0-or-later OR CC-BY-SA-3.0",
    "bluebird-gtk-theme": "GPL-2.0-or-later OR CC-BY-SA-3.0",
    "breeze-gtk-theme": "LGPL-2.1-or-later",
    "darkblood-gtk-theme": "GPL-2.0-or-later",
    "darkcold-gtk-theme": "GPL-2.0-or-later",
    "darkfire-gtk-theme": "GPL-2.0-or-later",
    "darkmint-gtk-theme": "GPL-2.0-or-later",
    "gnome-themes-extra-data": "LGPL-2.1-or-later",
    "greybird-gtk-theme": "GPL-2.0-or-later OR CC-BY-SA-3.0",
    "mate-themes": "GPL-3.0-or-later",
    "materia-gtk-theme": "GPL-2.0-or-later",
    "numix-gtk-theme": "GPL-3.0-or-later",
    "orchis-gtk-theme": "GPL-3.0-or-later AND CC-BY-SA-4.0",
    "yaru-theme-gtk": "GPL-3.0-or-later",
}
"""The packages, with the licences that their debian/copyright states."""

KINDS = {
    **dict.fromkeys(("checkbox", "check"), "checkbox"),
    **dict.fromkeys(("radio", "radiobutton", "option"), "radio"),
    **dict.fromkeys(("switch", "switcher", "toggle"), "switch"),
}
STATES = {
    **dict.fromkeys(("unchecked", "unselected", "off", "normal"), "off"),
    **dict.fromkeys(("checked", "selected", "on"), "on"),
    **dict.fromkeys(("mixed", "indeterminate"), "mixed"),
}
VARIANTS = frozenset({"dark", "lessdark", "light", "us", "intl", "selectionmode"})
"""Words of file names that say which drawing it is; a file with any other word is left out."""
SIDES = 9, 80
"""Of controls, in pixels."""
NUMBERED = {"check1": "off", "check2": "on", "option1": "off", "option2": "on"}
"""How the Dark themes call their files, by their gtkrc."""

DOUBTFUL = re.compile(r"(arc|materia|orchis)-.*selectionmode")
"""Keys of pairs that were looked at and whose off has a tick or can't be seen."""


@dataclass
class Pair:
    """One theme's pictures of one kind of control, by state."""

    theme: str
    package: str
    version: str
    licence: str
    kind: str
    ground: str
    pictures: dict[str, bytes] = field(default_factory=dict)
    """PNG, or SVG text, for `off`, `on` and perhaps `mixed`."""
    sharp: dict[str, bytes] = field(default_factory=dict)
    """The same with twice as many pixels, where the theme has them."""

    @property
    def key(self) -> str:
        """Returns the design's name in the kit."""
        return f"{self.theme}-{self.kind}"


def fetch_ttkthemes(folder: Path) -> Path | None:
    """Returns the unpacked source of ttkthemes, or None with a message where it can't be had."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary", ":all:"]
    if not run([*command, f"ttkthemes=={TTKTHEMES}", "-d", str(folder)], "ttkthemes"):
        return None
    archive = next(folder.glob("ttkthemes-*.tar.gz"))
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return next(folder.glob("ttkthemes-*/ttkthemes"))


def fetch_debian(package: str, folder: Path) -> tuple[str, Path] | None:
    """Returns a Debian package's version and unpacked themes, or None with a message."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        print(f"{package}: left out: needs apt-get and dpkg-deb")
        return None
    if not run(["apt-get", "download", package], package, cwd=folder):
        return None
    archive = next(folder.glob(f"{package}_*.deb"))
    target = folder / package
    if not run(["dpkg-deb", "-x", str(archive), str(target)], package):
        return None
    return archive.name.split("_")[1], target / "usr/share/themes"


def run(command: list[str], what: str, cwd: Path | None = None) -> bool:
    """Runs a command; prints its last words and returns False if it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        words = (done.stderr or done.stdout).strip().splitlines()
        print(f"{what}: left out: {words[-1] if words else f'{command[0]} failed'}")
    return not done.returncode


def ttk_pairs(root: Path) -> Iterator[Pair]:
    """Yields the pairs of ttkthemes, by what each theme's Tcl says of the states."""
    for script in sorted([*root.glob("themes/*/*.tcl"), *root.glob("png/*/*.tcl")]):
        source = script.read_text(errors="replace")
        # The themes of scid share a script.
        for folder in sorted(script.parent.glob(f"{script.stem}*")):
            # That of aquativo has its pictures in another.
            if folder.is_dir() or (script.stem == "aquativo" and folder == script):
                yield from _ttk_theme(script, source, folder)


def _ttk_theme(script: Path, source: str, folder: Path) -> Iterator[Pair]:
    theme = folder.stem
    pictures = (
        {path.stem: path.read_bytes() for path in folder.glob("*.*")} if folder.is_dir() else {}
    )
    for library in script.parent.glob("ImageLib.tcl"):
        found = re.findall(
            r"set images\((\w+)\) \[image create photo -data \{([^}]*)", library.read_text()
        )
        pictures |= {name: base64.b64decode(data) for name, data in found}
    licences = (value for name, value in TTK_LICENCES.items() if theme.startswith(name))
    licence = next(licences, TTK_LICENCE)
    ground = re.search(r"-(?:frame|bg|background)\s+\"?(#[0-9a-fA-F]{6})", source)
    for element, kind in (("Checkbutton", "checkbox"), ("Radiobutton", "radio")):
        body = re.search(
            rf"element create {element}\.indicator\s+[\\\s]*image\s+[\\\s]*\[list([^\]]*)\]", source
        )
        if not body:
            continue
        names = {name: _ttk_image(body[1], states) for name, states in TTK_STATES.items()}
        if names["mixed"] in (names["off"], names["on"]):
            del names["mixed"]
        chosen = {
            state: as_png(pictures[name]) for state, name in names.items() if name in pictures
        }
        window = ground[1] if ground else "#dcdad5"
        yield Pair(f"ttk-{theme}", "ttkthemes", TTKTHEMES, licence, kind, window, chosen)


def _ttk_image(body: str, states: set[str]) -> str:
    """Returns the image that an element shows in `states`: the first whose condition holds."""
    base, *words = re.findall(r"\{[^}]*\}|\$\w+\([^)]*\)|[!\w]+", body)
    for condition, image in zip(words[::2], words[1::2], strict=True):
        needed = condition.strip("{}").split()
        if all((word.lstrip("!") in states) != word.startswith("!") for word in needed):
            return _name_of(image)
    return _name_of(base)


def _name_of(image: str) -> str:
    return image[image.index("(") + 1 : -1]


def gtk_pairs(package: str, version: str, themes: Path) -> Iterator[Pair]:
    """Yields the pairs of a package's GTK themes, by their file names."""
    for theme in sorted(path for path in themes.iterdir() if path.is_dir()):
        sizes: dict[str, set[tuple[float, float]]] = {}
        ground = _gtk_ground(theme)
        for place, files in _gtk_folders(theme):
            groups = _by_state(files)
            for (kind, variant), states in groups.items():
                dark = "dark" in variant
                if not dark and _is_dark(ground) and (kind, ("dark", *variant)) in groups:
                    # A dark theme's folder holds the light theme's pictures too.
                    continue
                base = theme.name.lower()
                name = "-".join([base, *(word for word in variant if word not in base)])
                seen = sizes.setdefault(f"{name}-{kind}", set())
                size = size_of(files[states["off"]])
                if size in seen:
                    # Another toolkit's copy of the same drawing.
                    continue
                if seen:
                    name += f"-{place}"
                seen.add(size)
                own = _gtk_ground(theme, dark=True) if dark and not _is_dark(ground) else ground
                pair = Pair(name, package, version, DEBIAN_LICENCES[package], kind, own)
                for state, stem in states.items():
                    pair.pictures[state] = files[stem]
                    if f"{stem}@2" in files:
                        pair.sharp[state] = files[f"{stem}@2"]
                if len(pair.sharp) < len(pair.pictures):
                    pair.sharp.clear()
                yield pair


def _gtk_folders(theme: Path) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yields the folders of pictures of a theme and what they hold, newest toolkit first."""
    places: dict[tuple[str, str], dict[str, bytes]] = {}
    for path in sorted(theme.rglob("*"), key=lambda path: (path.suffix != ".svg", str(path))):
        place = path.relative_to(theme).parts[0]
        if path.suffix in (".png", ".svg") and path.is_file():
            places.setdefault((place, str(path.parent)), {})[path.stem] = path.read_bytes()
        if path.name == "gtk.gresource":
            places[place, str(path)] = _resources(path)
    for (place, _), files in sorted(places.items(), key=lambda item: item[0], reverse=True):
        yield place, files


def _resources(path: Path) -> dict[str, bytes]:
    if not shutil.which("gresource"):
        print(f"{path.parent.parent.name}: {path.parent.name} left out: needs gresource")
        return {}
    listed = subprocess.run(["gresource", "list", path], capture_output=True, text=True, check=True)
    files = {}
    for name in listed.stdout.split():
        if name.endswith(".png"):
            done = subprocess.run(
                ["gresource", "extract", path, name], capture_output=True, check=True
            )
            # Some are stored as GdkPixdata.
            if not is_svg(done.stdout):
                files[Path(name).stem] = done.stdout
    return files


def _by_state(files: Mapping[str, bytes]) -> dict[tuple[str, tuple[str, ...]], dict[str, str]]:
    """Returns the names of files by kind and variant, and by state."""
    groups: dict[tuple[str, tuple[str, ...]], dict[str, str]] = {}
    stems = {"-".join(stem.split("-")[:2]) for stem in files}
    for stem in sorted(files):
        if stem in NUMBERED:
            kind = "checkbox" if stem.startswith("check") else "radio"
            groups.setdefault((kind, ()), {})[NUMBERED[stem]] = stem
            continue
        first, *words = stem.split("-")
        if first == "selectionmode" and words:
            first, *words = [*words, first]
        kind = KINDS.get(first, "")
        # Elsewhere "selected" is what lies on a selected row.
        known = STATES if f"{first}-unselected" in stems else STATES.keys() - {"selected"}
        states = [word for word in words if word in known]
        variant = tuple(sorted(word for word in words if word in VARIANTS))
        rest = [word for word in words if word not in known and word not in VARIANTS]
        state = STATES[states[0]] if len(states) == 1 else None
        if not kind or len(states) > 1:
            continue
        if rest == ["active"] and not (state or f"{first}-unchecked" in files):
            # On: of switches, and of checks that are called normal and active.
            state, rest = "on", []
        elif rest == ["active"] and state == "mixed" and f"{first}-normal" in files:
            rest = []
        elif rest == ["active"] and state in ("on", "mixed") and f"{first}-checked" not in files:
            # Breeze: of an active window, where others have no word.
            rest = []
        elif not rest and state is None:
            others = "-".join(variant)
            plain = f"{first}-off{others and '-'}{others}"
            state = "on" if plain in files else "off"
        if state and not rest:
            groups.setdefault((kind, variant), {})[state] = stem
    return {key: states for key, states in groups.items() if {"off", "on"} <= states.keys()}


def _gtk_ground(theme: Path, dark: bool = False) -> str:
    """Returns the colour of a theme's windows, or of those of its dark sibling."""
    if dark:
        sibling = theme.with_name(f"{theme.name}-Dark")
        return _gtk_ground(sibling) if sibling.is_dir() else "#353535"
    for path in [
        *theme.glob("gtk-2.0/*rc"),
        *theme.glob("gtk-3*/gtk*.css"),
        *theme.glob("gtk-3*/**/*.css"),
    ]:
        if path.name != "gtk-dark.css":
            colour = r"(?<!\w)(?:theme_)?bg_color(?::|\s)\s*(#[0-9a-fA-F]{6})"
            if found := re.search(colour, path.read_text(errors="replace")):
                return found[1]
    return "#353535" if re.search("dark|black|inverse", theme.name.lower()) else "#ededed"


def _is_dark(colour: str) -> bool:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.3 * red + 0.59 * green + 0.11 * blue < 0.4


def as_png(data: bytes) -> bytes:
    """Returns a picture as PNG."""
    if data.startswith(b"\x89PNG"):
        return data
    target = io.BytesIO()
    Image.open(io.BytesIO(data)).convert("RGBA").save(target, "PNG")
    return target.getvalue()


def is_svg(data: bytes) -> bool:
    """Whether a picture is SVG text."""
    return not data.startswith(b"\x89PNG")


def size_of(data: bytes) -> tuple[float, float]:
    """Returns width and height in pixels."""
    if not is_svg(data):
        return Image.open(io.BytesIO(data)).size
    width = re.search(rb"<svg[^>]*\swidth=\"([\d.]+)", data)
    height = re.search(rb"<svg[^>]*\sheight=\"([\d.]+)", data)
    return float(width[1]) if width else 16, float(height[1]) if height else 16


def drawing_of(data: bytes) -> bytes:
    """Returns what two pictures that look the same have in common."""
    return data if is_svg(data) else Image.open(io.BytesIO(data)).convert("RGBA").tobytes()


def is_pair(pair: Pair) -> bool:
    """Whether there are different pictures of off and on that are as large as controls."""
    if not {"off", "on"} <= pair.pictures.keys() or DOUBTFUL.match(pair.key):
        return False
    off, on = (drawing_of(pair.pictures[state]) for state in ("off", "on"))
    sides = [side for picture in pair.pictures.values() for side in size_of(picture)]
    return off != on and any(off) and min(sides) >= SIDES[0] and max(sides) <= SIDES[1]


def write(pairs: list[Pair], target: Path) -> list[dict[str, object]]:
    """Writes the pictures and the index; what several themes draw alike only once."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    rows: list[dict[str, object]] = []
    seen: set[tuple[bytes, bytes, bool]] = set()
    keys: Counter[str] = Counter()
    for pair in filter(is_pair, pairs):
        off, on = (drawing_of(pair.pictures[state]) for state in ("off", "on"))
        drawn = off, on, _is_dark(pair.ground)
        if drawn in seen:
            continue
        seen.add(drawn)
        if "mixed" in pair.pictures and drawing_of(pair.pictures["mixed"]) in (off, on):
            del pair.pictures["mixed"]
        keys[pair.key] += 1
        key = pair.key if keys[pair.key] == 1 else f"{pair.key}-{keys[pair.key]}"
        row: dict[str, object] = {
            "key": key,
            "theme": pair.theme,
            "package": pair.package,
            "version": pair.version,
            "licence": pair.licence,
            "kind": pair.kind,
            "ground": pair.ground,
            "size": size_of(pair.pictures["off"]),
        }
        for pictures, suffix in ((pair.pictures, ""), (pair.sharp, "2x")):
            for state in pair.pictures.keys() & pictures.keys():
                name = f"{key}-{state}{suffix}.{'svg' if is_svg(pictures[state]) else 'png'}"
                (target / name).write_bytes(pictures[state])
                row[state + suffix] = name
        rows.append(row)
    (target / "index.json").write_text(json.dumps(rows, indent=1) + "\n")
    return rows


def main() -> int:
    """Downloads, pairs and writes; returns 1 if nothing could be had."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=HERE / "desktop")
    options = parser.parse_args()
    index = options.out / "index.json"
    if options.out.exists() and any(options.out.iterdir()) and not index.exists():
        parser.error(f"{options.out} holds something else: it has no index.json")
    pairs: list[Pair] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if root := fetch_ttkthemes(folder):
            pairs += ttk_pairs(root)
        for package in DEBIAN_LICENCES:
            if found := fetch_debian(package, folder):
                pairs += gtk_pairs(package, *found)
    if not pairs:
        print("nothing could be had: nothing written")
        return 1
    rows = write(pairs, options.out)
    counts = Counter(f"{row['package']} {row['version']} ({row['licence']})" for row in rows)
    for source, count in counts.items():
        print(f"{source}: {count} pairs")
    print(f"{len(rows)} pairs in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
