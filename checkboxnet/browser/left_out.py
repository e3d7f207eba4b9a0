"""What a visit leaves out: how often, and where for example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from checkboxnet.browser.page_text import printable

_EXAMPLES = 3
"""Elements named for a reason, which is enough to go and look."""


@dataclass(slots=True, kw_only=True)
class LeftOut:
    """Controls and crops that are left out, by reason."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    """Selectors of the first few."""

    def add(self, reason: str, selector: str | None = None) -> None:
        """Counts one, which `selector` names if it is an element."""
        self.counts[reason] += 1
        if selector is not None:
            self._name(reason, [printable(selector)])

    def add_page(
        self, page: str, counts: Mapping[str, int], examples: Mapping[str, Iterable[str]]
    ) -> None:
        """Adds what one visit has left out."""
        self.counts.update(counts)
        for reason, selectors in examples.items():
            self._name(reason, [f"{selector} ({page})" for selector in selectors])

    def _name(self, reason: str, elements: Iterable[str]) -> None:
        named = self.examples.setdefault(reason, [])
        named += [each for each in elements if each not in named]
        del named[_EXAMPLES:]


def in_words(counts: Mapping[str, int], examples: Mapping[str, Iterable[str]]) -> list[str]:
    """Returns a line for each reason: how many, and which for example."""
    return [
        f"{count} {reason}" + (f": {', '.join(named)}" if (named := examples.get(reason)) else "")
        for reason, count in counts.items()
    ]
