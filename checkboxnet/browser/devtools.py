"""The scripts under `js/` in an open page, and Chromium's DevTools protocol.

Written for both of Playwright's APIs: `maybe_await` awaits the async one's results.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from checkboxnet.browser.coroutines import maybe_await
from checkboxnet.browser.page_text import replace_surrogates

if TYPE_CHECKING:
    from playwright import async_api, sync_api

    Page: TypeAlias = sync_api.Page | async_api.Page
    DevTools: TypeAlias = sync_api.CDPSession | async_api.CDPSession


@cache
def script(*names: str) -> str:
    """Returns some of the scripts under `js/` as one."""
    folder = files("checkboxnet.browser") / "js"
    return "".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in names)


async def open_devtools(page: Page) -> DevTools | None:
    """Returns a session of the DevTools protocol, or None where the browser isn't Chromium."""
    from playwright.sync_api import Error

    try:
        return await maybe_await(page.context.new_cdp_session(page))  # type: ignore[arg-type]
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
            self._functions = await maybe_await(self._page.evaluate_handle(expression))
            return
        tree = await self.send("Page.getFrameTree")
        frame = tree["frameTree"]["frame"]["id"]
        world = await self.send("Page.createIsolatedWorld", frameId=frame, worldName="checkboxnet")
        context = world["executionContextId"]
        self._world = {"executionContextId": context}
        answer = await self.send("Runtime.evaluate", expression=expression, contextId=context)
        self._functions = answer["result"]["objectId"]

    @property
    def has_devtools(self) -> bool:
        """Whether `send` and what needs it can be called."""
        return self._devtools is not None

    async def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Returns the answer of the DevTools protocol.

        Raises:
            playwright.sync_api.Error: It is an error, a script threw one, or the page is gone.
        """
        from playwright.sync_api import Error

        if self._devtools is None:
            raise RuntimeError("there is no DevTools session")
        answer: dict[str, Any] = await maybe_await(self._devtools.send(method, parameters))
        if thrown := answer.get("exceptionDetails"):
            raise Error(thrown.get("exception", {}).get("description", thrown["text"]))
        return answer

    async def call(self, function: str, *arguments: Any) -> Any:
        """Returns the result of one of the functions, waiting for its promise.

        Raises:
            playwright.sync_api.Error: It threw, or the page is gone.
        """
        if self._devtools is None:
            called = f"(scripts, args) => scripts.{function}(...args)"
            result = await maybe_await(self._functions.evaluate(called, list(arguments)))
        else:
            values = [{"value": argument} for argument in arguments]
            answer = await self._call(function, values, returnByValue=True)
            result = answer.get("value")
        return replace_surrogates(result)

    async def call_with_nodes(self, function: str, nodes: Mapping[int, object]) -> dict[int, Any]:
        """Calls a function with a list that has an item about each node, and then the nodes.

        Args:
            function: One of `js/controls.js` that returns a list with a result for each node.
            nodes: What to pass about each, by its number in the DevTools protocol.

        Returns:
            The results by node; of one that was removed meanwhile there is none.
        """
        from playwright.sync_api import Error

        found: dict[int, tuple[object, str]] = {}
        for node, item in nodes.items():
            with suppress(Error, KeyError):
                answer = await self.send("DOM.resolveNode", backendNodeId=node, **self._world)
                found[node] = item, answer["object"]["objectId"]
        values = {"value": [item for item, _ in found.values()]}
        objects = [{"objectId": name} for _, name in found.values()]
        answer = await self._call(function, [values, *objects], returnByValue=True)
        return dict(zip(found, answer["value"], strict=True))

    async def node_from(self, function: str, *arguments: Any) -> int:
        """Returns the DevTools protocol's number of the node that a function returns."""
        element = await self._call(function, [{"value": argument} for argument in arguments])
        described = await self.send("DOM.describeNode", objectId=element["objectId"])
        number: int = described["node"]["backendNodeId"]
        return number

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
        """Ends the session, so that a page that is used further is left as it was."""
        from playwright.sync_api import Error

        if self._devtools is not None:
            # A page that is closed has no session to end.
            with suppress(Error):
                await maybe_await(self._devtools.detach())
