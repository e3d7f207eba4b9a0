"""What the browser knows of a page's elements, and scripts in the page can't read.

That is roles and states in its accessibility tree, what lies in closed shadow roots, and which
elements listen to clicks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from checkboxnet.browser.devtools import PageScripts

UNREADABLE_ELEMENT = "custom element that can't be read"
"""Why an element is left out that says nothing, in the document or to assistive technology."""

_TOGGLES = frozenset({"checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"})
_EMPTY_ROLES = frozenset({"", "none", "generic", "StaticText", "InlineTextBox", "LineBreak"})
_STATES = {"checked": "aria_checked", "pressed": "aria_pressed", "selected": "aria_selected"}
_CLICK_EVENTS = frozenset(
    {"click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend"}
)
_CLICKS_NEED_NO_LISTENER = frozenset({"BUTTON", "INPUT", "SELECT", "TEXTAREA", "OPTION", "SUMMARY"})
"""`js/clickables.js` decides on these by their tag."""
_MOST_LISTENERS = 400
"""Elements with listeners that are considered; a page with more has many of a kind."""

Node: TypeAlias = Mapping[str, Any]


class Accessibility:
    """Registers with the scripts under `js/` the elements that they can't read by themselves."""

    def __init__(self, scripts: PageScripts) -> None:
        """Asks nothing yet.

        Args:
            scripts: Loaded. In browsers without DevTools, nothing is registered.
        """
        self._scripts = scripts
        self._tree: dict[int, Node] = {}
        self._by_id: dict[tuple[str, str], Node] = {}
        self._registered: dict[int, int] = {}

    async def register(self) -> None:
        """Registers toggles that only the tree knows as such, and what listens to clicks."""
        if not self._scripts.has_devtools:
            return
        snapshot = await self._scripts.send("DOMSnapshot.captureSnapshot", computedStyles=[])
        tags, closed = _read_snapshot(snapshot)
        # All others declare it in the document, which scripts read. Asking for each costs time.
        hidden = closed.union(node for node, tag in tags.items() if "-" in tag)
        if hidden:
            toggles = {
                node["backendDOMNodeId"]: {name: _value(node, name) for name in ("role", "name")}
                for node in await self._read_tree()
                if node["backendDOMNodeId"] in hidden and _is_toggle(node)
            }
            numbers = await self._scripts.call_with_nodes("registerToggles", toggles)
            self._registered = {e: n for e, n in numbers.items() if n is not None}
        await self._register_listeners(tags, closed)

    async def _register_listeners(self, tags: Mapping[int, str], closed: set[int]) -> None:
        # Of the page's own world, which is where its listeners are.
        document = await self._scripts.send("Runtime.evaluate", expression="document")
        answer = await self._scripts.send(
            "DOMDebugger.getEventListeners",
            objectId=document["result"]["objectId"],
            depth=-1,
            pierce=True,
        )
        listening = dict.fromkeys(
            each["backendNodeId"]
            for each in answer["listeners"]
            if each["type"] in _CLICK_EVENTS and "backendNodeId" in each
        )
        elements = [
            node
            for node in list(listening)[:_MOST_LISTENERS]
            if node in closed or tags.get(node) not in _CLICKS_NEED_NO_LISTENER
        ]
        await self._scripts.call_with_nodes("registerListeners", dict.fromkeys(elements))

    async def states(self) -> dict[str, dict[str, Any]]:
        """Returns the states of the registered toggles, by their number."""
        if not self._registered:
            return {}
        nodes = {node["backendDOMNodeId"]: node for node in await self._read_tree()}
        return {
            str(number): _state(nodes[element])
            for element, number in self._registered.items()
            if element in nodes
        }

    async def without_content(self, numbers: Iterable[int]) -> list[int]:
        """Returns those of some elements that the tree holds nothing of, nor of what they hold."""
        if not self._scripts.has_devtools:
            return list(numbers)
        found = []
        for number in numbers:
            node = self._tree.get(await self._scripts.node_from("elementOf", number))
            if node is None or not self._has_content(node):
                found.append(number)
        return found

    def _has_content(self, node: Node) -> bool:
        if not node["ignored"] and _value(node, "role") not in _EMPTY_ROLES:
            return True
        children = (self._by_id.get((node["frame"], each)) for each in node.get("childIds", ()))
        return any(self._has_content(child) for child in children if child is not None)

    async def _read_tree(self) -> list[Node]:
        """Returns the tree's nodes of the page and of its frames of the same process."""
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


def _read_snapshot(snapshot: Mapping[str, Any]) -> tuple[dict[int, str], set[int]]:
    """Returns the tag of each node, and which nodes lie in closed shadow roots."""
    strings = snapshot["strings"]
    tags: dict[int, str] = {}
    closed: set[int] = set()
    for document in snapshot["documents"]:
        nodes = document["nodes"]
        ids = nodes["backendNodeId"]
        tags |= {node: strings[name] for node, name in zip(ids, nodes["nodeName"], strict=True)}
        roots = nodes["shadowRootType"]
        kinds = dict(zip(roots["index"], roots["value"], strict=True))
        # Parents come before their children.
        for index, parent in enumerate(nodes["parentIndex"]):
            is_closed = index in kinds and strings[kinds[index]] == "closed"
            if is_closed or (parent >= 0 and ids[parent] in closed):
                closed.add(ids[index])
    return tags, closed


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
    state = {
        ours: str(properties[name]).lower() for name, ours in _STATES.items() if name in properties
    }
    return {**state, "disabled": bool(properties.get("disabled"))}
