"""What only the browser knows of a page, and its own scripts can't read.

The roles and states in its accessibility tree, what lies in closed shadow roots, and what listens
to clicks.

Written for both of Playwright's APIs: `value_of` awaits what the async one gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from checkboxnet.browser.devtools import PageScripts

_TOGGLES = frozenset({"checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"})
_SAY_NOTHING = frozenset({"", "none", "generic", "StaticText", "InlineTextBox", "LineBreak"})
_STATES = {"checked": "aria_checked", "pressed": "aria_pressed", "selected": "aria_selected"}
_CLICKS = frozenset(
    {"click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend"}
)
OPAQUE = "custom element that can't be read"
"""Why what such an element shows is left out."""
_MOST_LISTENERS = 400
"""Elements asked for at most; a page with more has many of a kind."""

Node: TypeAlias = Mapping[str, Any]


class Accessibility:
    """Tells the scripts under `js/` of elements that they can't read by themselves."""

    def __init__(self, scripts: PageScripts) -> None:
        """Asks nothing yet.

        Args:
            scripts: Loaded. Without a session of the browser's DevTools, nothing is known but what
                they can read.
        """
        self._scripts = scripts
        self._tree: dict[int, Node] = {}
        self._by_id: dict[tuple[str, str], Node] = {}
        self._numbers: dict[int, int] = {}

    async def publish(self) -> None:
        """Hands every control over that the tree knows as a toggle."""
        if not self._scripts.has_devtools:
            return
        nodes = [node for node in await self._nodes() if _is_toggle(node)]
        about = [{"role": _value(node, "role"), "name": _value(node, "name")} for node in nodes]
        elements = [node["backendDOMNodeId"] for node in nodes]
        numbers = await self._hand("publish", elements, about)
        # Those that say it in the document are left to the scripts.
        self._numbers = {e: n for e, n in zip(elements, numbers, strict=True) if n is not None}

    async def states(self) -> dict[str, dict[str, Any]]:
        """Returns what the tree says of the controls handed over, by their number."""
        if not self._numbers:
            return {}
        nodes = {node.get("backendDOMNodeId"): node for node in await self._nodes()}
        return {
            str(number): _state(nodes[element])
            for element, number in self._numbers.items()
            if element in nodes
        }

    async def hear(self) -> None:
        """Hands every element over that listens to clicks."""
        if not self._scripts.has_devtools:
            return
        # Of the page's own world, which is where its listeners are.
        document = await self._scripts.send("Runtime.evaluate", expression="document")
        answer = await self._scripts.send(
            "DOMDebugger.getEventListeners",
            objectId=document["result"]["objectId"],
            depth=-1,
            pierce=True,
        )
        elements = dict.fromkeys(
            each["backendNodeId"]
            for each in answer["listeners"]
            if each["type"] in _CLICKS and "backendNodeId" in each
        )
        await self._hand("hear", list(elements)[:_MOST_LISTENERS])

    async def silent(self, numbers: Iterable[int]) -> list[int]:
        """Returns those of some elements of which the tree says nothing, nor of what they hold."""
        if not self._scripts.has_devtools:
            return list(numbers)
        found = []
        for number in numbers:
            node = self._tree.get(await self._scripts.node_from("elementOf", number))
            if node is None or not self._says_something(node):
                found.append(number)
        return found

    def _says_something(self, node: Node) -> bool:
        if not node["ignored"] and _value(node, "role") not in _SAY_NOTHING:
            return True
        children = (self._by_id.get((node["frame"], each)) for each in node.get("childIds", ()))
        return any(self._says_something(child) for child in children if child is not None)

    async def _nodes(self) -> list[Node]:
        """Returns the tree of the page and of its frames, in as far as they are its own."""
        from playwright.sync_api import Error

        tree = await self._scripts.send("Page.getFrameTree")
        nodes: list[Node] = []
        for frame in _frames(tree["frameTree"]):
            # One that was removed meanwhile has no tree.
            with suppress(Error):
                answer = await self._scripts.send("Accessibility.getFullAXTree", frameId=frame)
                nodes += ({**node, "frame": frame} for node in answer["nodes"])
        self._by_id = {(node["frame"], node["nodeId"]): node for node in nodes}
        nodes = [node for node in nodes if "backendDOMNodeId" in node]
        self._tree = {node["backendDOMNodeId"]: node for node in nodes}
        return nodes

    async def _hand(
        self, function: str, elements: Sequence[int], about: Sequence[object] = ()
    ) -> list[Any]:
        """Calls one of the scripts with each element; returns what it says of each."""
        from playwright.sync_api import Error

        said: list[Any] = []
        for element, each in zip_longest(elements, about):
            try:
                said.append(await self._scripts.call_with_node(function, element, each))
            except Error:
                # Removed meanwhile.
                said.append(None)
        return said


def _frames(tree: Mapping[str, Any]) -> list[str]:
    inner = [name for child in tree.get("childFrames", ()) for name in _frames(child)]
    return [tree["frame"]["id"], *inner]


def _value(node: Node, name: str) -> str:
    return str(node.get(name, {}).get("value", ""))


def _properties(node: Node) -> dict[str, Any]:
    return {each["name"]: each["value"].get("value") for each in node.get("properties", ())}


def _is_toggle(node: Node) -> bool:
    role, properties = _value(node, "role"), _properties(node)
    is_chosen = role == "option" and "selected" in properties
    return not node["ignored"] and (role in _TOGGLES or "pressed" in properties or is_chosen)


def _state(node: Node) -> dict[str, Any]:
    properties = _properties(node)
    said = {
        ours: str(properties[name]).lower() for name, ours in _STATES.items() if name in properties
    }
    return {**said, "disabled": bool(properties.get("disabled"))}
