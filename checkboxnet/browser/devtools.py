"""The scripts under `js/` in an open page, and what else only Chromium's DevTools can do there.

Written for both of Playwright's APIs: `value_of` awaits what the async one gives.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from checkboxnet.browser.page_text import writable

if TYPE_CHECKING:
    from playwright import async_api, sync_api

    Page: TypeAlias = sync_api.Page | async_api.Page
    DevTools: TypeAlias = sync_api.CDPSession | async_api.CDPSession

T = TypeVar("T")


async def value_of(result: Awaitable[T] | T) -> T:
    """Returns what a call of either API gives."""
    return await result if inspect.isawaitable(result) else result


@cache
def script(*names: str) -> str:
    """Returns some of the scripts under `js/` as one."""
    folder = files("checkboxnet.browser") / "js"
    return "".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in names)


async def open_devtools(page: Page) -> DevTools | None:
    """Returns a session of the browser's DevTools, or None where it has none but Playwright's."""
    from playwright.sync_api import Error

    try:
        return await value_of(page.context.new_cdp_session(page))  # type: ignore[arg-type]
    except Error:
        return None


class PageScripts:
    """The functions of `js/controls.js`, to be called in a page.

    In Chromium they live in a world of their own, as a browser's extensions do: they see the same
    document, and nothing that the page's scripts have put into it or made of the language.
    """

    def __init__(self, page: Page) -> None:
        """Changes nothing yet."""
        self._page = page
        self._devtools: DevTools | None = None
        self._functions: Any = None
        self._world: dict[str, Any] = {}

    async def load(self) -> None:
        """Makes the functions known to the document that is open."""
        code = script("drawing", "toggles", "clickables", "controls")
        expression = f"(() => {{ {code}\nreturn scripts; }})()"
        self._devtools = await open_devtools(self._page)
        if self._devtools is None:
            self._functions = await value_of(self._page.evaluate_handle(expression))
            return
        tree = await _send(self._devtools, "Page.getFrameTree")
        frame = {"frameId": tree["frameTree"]["frame"]["id"], "worldName": "checkboxnet"}
        world = await _send(self._devtools, "Page.createIsolatedWorld", **frame)
        self._world = {"executionContextId": world["executionContextId"]}
        evaluated = {"expression": expression, "contextId": world["executionContextId"]}
        answer = await _send(self._devtools, "Runtime.evaluate", **evaluated)
        self._functions = answer["result"]["objectId"]

    async def call(self, function: str, *arguments: Any) -> Any:
        """Returns what one of the functions does, waiting for its promise.

        Raises:
            playwright.sync_api.Error: It threw, or the page is gone.
        """
        if self._devtools is None:
            called = f"(scripts, args) => scripts.{function}(...args)"
            return writable(await value_of(self._functions.evaluate(called, list(arguments))))
        values = [{"value": argument} for argument in arguments]
        return writable((await self._call(function, values, returnByValue=True)).get("value"))

    async def call_with_node(self, function: str, node: int, *arguments: Any) -> Any:
        """Returns what one of the functions makes of a node, by the number DevTools give it.

        Raises:
            playwright.sync_api.Error: As for `call`, or there is no such node any more.
        """
        found = await self.send("DOM.resolveNode", backendNodeId=node, **self._world)
        if "objectId" not in found["object"]:
            from playwright.sync_api import Error

            raise Error(f"node {node} can't be handed over")
        values = [{"value": argument} for argument in arguments]
        passed = [{"objectId": found["object"]["objectId"]}, *values]
        return (await self._call(function, passed, returnByValue=True)).get("value")

    async def node_from(self, function: str, *arguments: Any) -> int:
        """Returns the number that DevTools give the node that one of the functions returns."""
        element = await self._call(function, [{"value": argument} for argument in arguments])
        described = await self.send("DOM.describeNode", objectId=element["objectId"])
        number: int = described["node"]["backendNodeId"]
        return number

    async def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Returns what DevTools answer.

        Raises:
            playwright.sync_api.Error: They refuse.
        """
        if self._devtools is None:
            raise RuntimeError("there is no session to ask")
        return await _send(self._devtools, method, **parameters)

    @property
    def has_devtools(self) -> bool:
        """Whether there is a session to ask."""
        return self._devtools is not None

    async def _call(self, function: str, arguments: Any, **options: Any) -> dict[str, Any]:
        answer = await self.send(
            "Runtime.callFunctionOn",
            objectId=self._functions,
            functionDeclaration=f"function (...args) {{ return this.{function}(...args); }}",
            arguments=arguments,
            awaitPromise=True,
            **options,
        )
        result: dict[str, Any] = answer["result"]
        return result

    async def close(self) -> None:
        """Leaves a page that is used further as if there had been no scripts."""
        from playwright.sync_api import Error

        if self._devtools is not None:
            # A page that is closed has no session to end.
            with suppress(Error):
                await value_of(self._devtools.detach())


async def _send(devtools: DevTools, method: str, **parameters: Any) -> dict[str, Any]:
    from playwright.sync_api import Error

    answer: dict[str, Any] = await value_of(devtools.send(method, parameters))
    if thrown := answer.get("exceptionDetails"):
        raise Error(thrown.get("exception", {}).get("description", thrown["text"]))
    return answer
