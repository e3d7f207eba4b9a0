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

from checkboxnet.testing.playwright import value_of

if TYPE_CHECKING:
    from playwright import async_api, sync_api

    Page: TypeAlias = sync_api.Page | async_api.Page
    DevTools: TypeAlias = sync_api.CDPSession | async_api.CDPSession

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


async def open_tree(page: Page) -> Accessibility:
    """Returns the tree of a page that has the scripts."""
    from playwright.sync_api import Error

    try:
        devtools: DevTools = await value_of(page.context.new_cdp_session(page))  # type: ignore[arg-type]
    except Error:
        # Only Chromium has them.
        return Accessibility()
    expression = {"expression": "window.__checkboxnet"}
    answer = await value_of(devtools.send("Runtime.evaluate", expression))
    return Accessibility(devtools, answer["result"]["objectId"])


class Accessibility:
    """Tells the scripts under `page/` of elements that they can't read by themselves."""

    def __init__(self, devtools: DevTools | None = None, scripts: str = "") -> None:
        """Asks nothing yet.

        Args:
            devtools: A session of the browser's DevTools for the page. Without one, nothing is
                known but what the scripts can read.
            scripts: What the session calls the object that holds the scripts' functions.
        """
        self._devtools = devtools
        self._scripts = scripts
        self._tree: dict[int, Node] = {}
        self._by_id: dict[tuple[str, str], Node] = {}
        self._numbers: dict[int, int] = {}

    async def publish(self) -> None:
        """Hands every control over that the tree knows as a toggle."""
        if self._devtools is None:
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
        if self._devtools is None:
            return
        document = await self._call("function () { return document; }", by_value=False)
        answer = await self._send(
            "DOMDebugger.getEventListeners", objectId=document["objectId"], depth=-1, pierce=True
        )
        elements = dict.fromkeys(
            each["backendNodeId"]
            for each in answer["listeners"]
            if each["type"] in _CLICKS and "backendNodeId" in each
        )
        await self._hand("hear", list(elements)[:_MOST_LISTENERS])

    async def silent(self, numbers: Iterable[int]) -> list[int]:
        """Returns those of some elements of which the tree says nothing, nor of what they hold."""
        if self._devtools is None:
            return list(numbers)
        found = []
        for number in numbers:
            element = await self._call(
                "function (number) { return this.elementOf(number); }", [number], by_value=False
            )
            described = await self._send("DOM.describeNode", objectId=element["objectId"])
            node = self._tree.get(described["node"]["backendNodeId"])
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

        tree = await self._send("Page.getFrameTree")
        nodes: list[Node] = []
        for frame in _frames(tree["frameTree"]):
            # One that was removed meanwhile has no tree.
            with suppress(Error):
                answer = await self._send("Accessibility.getFullAXTree", frameId=frame)
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

        # Of whatever frame the element is.
        declaration = f"function (about) {{ return top.__checkboxnet.{function}(this, about); }}"
        said: list[Any] = []
        for element, each in zip_longest(elements, about):
            try:
                found = await self._send("DOM.resolveNode", backendNodeId=element)
            except Error:
                # Removed meanwhile.
                said.append(None)
                continue
            answer = await self._call(declaration, [each], target=found["object"]["objectId"])
            said.append(answer.get("value"))
        return said

    async def _call(
        self,
        declaration: str,
        values: Iterable[object] = (),
        *,
        target: str | None = None,
        by_value: bool = True,
    ) -> dict[str, Any]:
        answer = await self._send(
            "Runtime.callFunctionOn",
            objectId=target or self._scripts,
            functionDeclaration=declaration,
            arguments=[{"value": value} for value in values],
            returnByValue=by_value,
        )
        result: dict[str, Any] = answer["result"]
        return result

    async def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        if self._devtools is None:
            raise RuntimeError("there is no session to ask")
        answer: dict[str, Any] = await value_of(self._devtools.send(method, parameters))
        return answer


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
