"""Controls and crops that are left out, counted by reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from checkboxnet.browser.page_text import printable

_EXAMPLES = 3
"""Elements named for a reason, which is enough to go and look."""


@dataclass(slots=True, kw_only=True)
class ReasonCounts:
    """How many were left out for each reason, and a few of them by selector."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, reason: str, selector: str | None = None) -> None:
        """Counts one, which `selector` names if it is an element."""
        self.counts[reason] += 1
        if selector is not None:
            self._add_examples(reason, [printable(selector)])

    def add_page(
        self, page: str, counts: Mapping[str, int], examples: Mapping[str, Iterable[str]]
    ) -> None:
        """Adds what was left out in one visit of a page."""
        self.counts.update(counts)
        for reason, selectors in examples.items():
            self._add_examples(reason, [f"{selector} ({page})" for selector in selectors])

    def _add_examples(self, reason: str, elements: Iterable[str]) -> None:
        known = self.examples.setdefault(reason, [])
        known += [each for each in elements if each not in known]
        del known[_EXAMPLES:]


def describe_reasons(counts: Mapping[str, int], examples: Mapping[str, Iterable[str]]) -> list[str]:
    """Returns a line for each reason: how many, and some examples."""
    return [
        f"{count} {reason}" + (f": {', '.join(named)}" if (named := examples.get(reason)) else "")
        for reason, count in counts.items()
    ]
