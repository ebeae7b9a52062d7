"""One currency a problem, unless exchange rates join several."""

from __future__ import annotations

from collections.abc import Iterator

from mspec.compiler.build.draft import Draft
from mspec.compiler.errors.types import CurrencyMismatch, TwoCurrencies
from mspec.compiler.types import ListOf, Num, Type


def unjoined(draft: Draft) -> Iterator[TwoCurrencies]:
    """The first amount in a second currency that no exchange rate joins to the first one."""
    if any(isinstance(found, CurrencyMismatch) for found in draft.found):
        return  # said already, where they meet
    joined: list[set[str]] = []
    for node in draft.nodes:
        found = set(_currencies(node.type))
        if found:
            meeting = [group for group in joined if group & found]
            joined = [group for group in joined if not group & found] + [found.union(*meeting)]
    if len(joined) < 2:
        return
    named = [(name, place) for name, place in draft.names.items() if isinstance(place, int)]
    first = ""
    for name, place in named:
        for currency in _currencies(draft.type(place)):
            first = first or currency
            if not any({first, currency} <= group for group in joined):
                yield TwoCurrencies(draft.nodes[place].span, name=name, currency=currency, other=first)
                return


def _currencies(type_: Type) -> tuple[str, ...]:
    element = type_.element if isinstance(type_, ListOf) else type_
    return element.unit.currencies if isinstance(element, Num) else ()
