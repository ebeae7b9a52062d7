"""What specs there are: one entry a problem, read off its syntax, so that listing a hundred takes no time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field

from mspec.addresses import Address
from mspec.compiler import ast
from mspec.compiler.format_expr import meta_text

JsonValue = str | int | None | list[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A problem that can be addressed: what its `meta` says of it, and where it is.

    `grade` is as it is written, "" where it is not said. `length` is the reasoning length of one example, if it was
    asked for.
    """

    name: str
    subject: str
    grade: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    length: int | None = None
    address: Address = field(default=Address(), repr=False)

    def fields(self) -> dict[str, JsonValue]:
        """For JSON."""
        found = asdict(self) | {"tags": list(self.tags), "address": str(self.address)}
        return found


def entries(addresses: Iterable[Address]) -> Iterator[Entry]:
    """The problems of files, in order; libraries have none."""
    for address in addresses:
        for item in address.syntax().items:
            if isinstance(item, ast.ProblemDecl):
                meta = {entry.key: entry.value for entry in item.meta}
                tags = meta.get("tags")
                yield Entry(
                    item.name,
                    address.subject,
                    meta_text(meta.get("grade")),
                    meta_text(meta.get("title")),
                    tuple(map(meta_text, tags.items)) if isinstance(tags, ast.ListOf) else (),
                    address=address,
                )


def selected(found: Iterable[Entry], *, subject: str = "", tag: str = "", grade: str = "") -> list[Entry]:
    """The entries of a subject (or of one above it), with a tag, for a grade; "" selects all.

    A grade that a spec writes as a list is that of each of its items.
    """
    return [
        entry
        for entry in found
        if (not subject or entry.subject == subject or entry.subject.startswith(f"{subject}."))
        and (not tag or tag in entry.tags)
        and (not grade or _within(grade, entry.grade))
    ]


def _within(grade: str, said: str) -> bool:
    return grade in said.strip("[]").replace(" ", "").split(",")
