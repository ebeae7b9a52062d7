"""Where the sentence of a rule goes: into the gap of its target.

The gap of a node stands behind every sentence that tells something the node is computed from, and before every later
sentence that tells another input of a user of the node: "She sold 48 in April." | gap | "In May she sold half as many."
What was told before the node cannot refer back to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.ir import (
    AnswerForm,
    Apply,
    Ask,
    Const,
    Given,
    Literal,
    NodeId,
    Problem,
    Sentence,
    Text,
    shown_nodes,
)
from mspec.compiler.renumber import map_nodes
from mspec.compiler.types import Num, Tag

LIBRARY = "library "
"""Before the name of a library rule, in the origin of what it says."""
UNTOLD = "untold"
"""The origin of a sentence of the author whose numbers another sentence tells now."""
AUTHOR = frozenset({"", UNTOLD})
"""Origins of what the author of a problem wrote."""
CHANGES = ("after", "including", "rest")
"""Words in the description of what was changed already."""
MOST_CHANGES = 2
ASKING = ("What is the ", "?")
"""Around a description: the question for what a rule changed, which the next rule that changes it asks anew."""


def gap(problem: Problem, target: NodeId) -> int | None:
    """The place of a new sentence about `target` in the story; None where one sentence tells both sides, or where the
    question, which comes last, tells what the target is computed from."""
    behind = problem.ancestors([target])
    if any(shown_nodes(ask.question) & behind for ask in problem.asks):
        return None
    first = max(last_telling(problem, behind), _last_changing(problem, behind - {target})) + 1
    after = problem.told() & problem.followers(target)
    others = (_other_inputs(problem, target) - behind) | after
    sentences = told_in(problem)
    bounds = [place for place, told in enumerate(sentences) if told & after or (told & others and place >= first - 1)]
    last = min(bounds, default=len(sentences))
    if first > last:
        return None
    # A sentence that tells nothing belongs to the one before it ("The rest win nothing."), unless it goes on from here.
    named = description(problem, target)
    return next((k for k in range(first, last) if sentences[k] or _goes_on(problem.story[k], named)), last)


def _goes_on(said: Sentence, named: Text) -> bool:
    return said.origin == UNTOLD or _speaks_of(said.segments, named)


def _speaks_of(text: Text, described: Text) -> bool:
    words = " ".join(part.text for part in text if isinstance(part, Literal))
    parts = [part.text.strip() for part in described if isinstance(part, Literal)]
    return bool(parts) and all(part in words for part in parts)


def _last_changing(problem: Problem, behind: Iterable[NodeId]) -> int:
    """The place of the last sentence of a library rule that goes on from one of some nodes by its description, and may
    tell none: "The price is rounded up to the next multiple of $5." -1: there is none."""
    brought = [place for place, said in enumerate(problem.story) if said.origin.startswith(LIBRARY)]
    if not brought:
        return -1
    read = _read(problem)
    flat = read.descriptions
    named = {told for node in behind if (told := flat.get(node))}
    # "The charge after the discount" does not speak of the charge.
    longer = sorted({text for text in flat.values() for told in named if told in text and told != text}, key=len)

    def speaks(text: str) -> bool:
        for other in reversed(longer):
            text = text.replace(other, "")
        return any(told in text for told in named)

    return max((place for place in brought if speaks(read.story[place])), default=-1)


def told_by_author(problem: Problem, node: NodeId) -> bool:
    """Whether the story as its author wrote it tells a node."""
    return any(node in said.tells for said in problem.story if not said.origin)


def brought_by_library(problem: Problem, node: NodeId) -> bool:
    """Whether a node is a number that only library rules tell: nobody expects it to change once more."""
    origins = [said.origin for said in problem.story if node in said.tells]
    return bool(origins) and all(origin.startswith(LIBRARY) for origin in origins)


def changed_enough(problem: Problem, target: NodeId) -> bool:
    """Whether a description says of so many changes that one more would be hard to follow."""
    text = "".join(part.text if isinstance(part, Literal) else "…" for part in description(problem, target))
    words = text.split()
    joined = words.count("and") if "after" in words else 0
    return sum(map(words.count, CHANGES)) + joined >= MOST_CHANGES


def said_later(problem: Problem, target: NodeId, place: int) -> tuple[str, str] | None:
    """Why nothing may be said of a node's change at a place of the story, for what is said after it; and a way out."""
    if spoken_of_later(problem, target, place):
        # "The price is rounded up. A tax is added to the price." would leave open which of the two is taxed.
        return "a later sentence speaks of it", "change it before other rules speak of it"
    if shared_later(problem, target, place):
        return "a later sentence tells a share of it", "change what it is computed from"
    return None


def spoken_of_later(problem: Problem, target: NodeId, place: int, end: int | None = None) -> bool:
    """Whether a sentence from a place of the story on (up to `end`), or a question, speaks of a node by its
    description."""
    read = _read(problem)
    named = read.descriptions[target]
    anew = named.join(ASKING)
    questions = [text for text, plain in read.questions if not (plain and text == anew)] if end is None else []
    return bool(named) and any(named in text for text in (*read.story[place:end], *questions))


def is_plain(problem: Problem, ask: Ask) -> bool:
    """Whether a question is one sentence, tells no number and asks for no form."""
    words = "".join(part.text for part in ask.question if isinstance(part, Literal))
    numbers = (isinstance(problem.nodes[node].type, Num) for node in shown_nodes(ask.question))
    return ask.form == AnswerForm() and ". " not in words and not any(numbers)


def shared_later(problem: Problem, target: NodeId, place: int) -> bool:
    """Whether a sentence from a place of the story on tells a share of a computed node: "Sam saved 20% of the month's
    earnings" speaks of the income, in words of its own."""
    if isinstance(problem.nodes[target], Given):
        return False
    names, later = problem.names(), frozenset().union(*told_in(problem)[place:])

    def is_share(node: NodeId) -> bool:
        found = problem.nodes[node]
        if isinstance(found, Given):
            return node in later and isinstance(found.type, Num) and found.type.tag is Tag.PERCENT
        return node not in names and any(map(is_share, found.args))

    products = (node.args for node in problem.nodes if isinstance(node, Apply) and node.op == "mul")
    return any(target in args and any(map(is_share, args)) for args in products)


@dataclass(frozen=True, slots=True)
class _Read:
    """The texts of a problem, each as one string."""

    descriptions: dict[NodeId, str]
    story: tuple[str, ...]
    questions: tuple[tuple[str, bool], ...]
    """With whether each `is_plain`."""


def _read(problem: Problem) -> _Read:
    """Worked out once for all the targets that are looked at."""
    found = _READ.get(problem)
    if found is not None:
        return found
    described = {node: _flat(problem, description(problem, node)) for node in problem.names()}
    story = tuple([_flat(problem, sentence.segments) for sentence in problem.story])
    questions = tuple([(_flat(problem, ask.question), is_plain(problem, ask)) for ask in problem.asks])
    return _READ.keep(problem, _Read(described, story, questions))


def _flat(problem: Problem, text: Text) -> str:
    """A text as one string: equal strings read alike in every world."""

    def at(node: NodeId) -> NodeId:
        found = problem.nodes[node]
        return problem.nodes.index(found) if isinstance(found, Const) else node

    parts = [part.text if isinstance(part, Literal) else f"\0{map_nodes(part, at)!r}\0" for part in text]
    return "".join(parts).strip()


def description(problem: Problem, node: NodeId) -> Text:
    """The description of a given or step, or no text."""
    found = problem.nodes[node]
    if isinstance(found, Given):
        return found.description or ()
    step = problem.step_of(node)
    return step.description or () if step is not None else ()


def vouched(problem: Problem, target: NodeId) -> int:
    """The place where an author's own rule goes: behind what tells the target or another input of its users."""
    return 1 + last_telling(problem, problem.ancestors([target]) | _other_inputs(problem, target, deep=False))


def apart(problem: Problem, target: NodeId) -> bool:
    """Whether what a node is computed from reaches the answers through that node alone. Elsewhere a change of the node
    would leave its inputs as they were: ten more balls in all, but no more red ones and no more blue ones."""
    past = problem.ancestors((ask.node for ask in problem.asks), cut=target)
    return not past & problem.ancestors([target])


def told_in(problem: Problem) -> tuple[frozenset[NodeId], ...]:
    """What each sentence tells, rows with their columns: a phrase tells the number that it stands for."""
    known = _TOLD.get(problem)
    if known is not None:
        return known
    nodes = problem.nodes

    def rows(told: Iterable[NodeId]) -> frozenset[NodeId]:
        return frozenset(node.args[0] for node in map(nodes.__getitem__, told) if getattr(node, "op", "") == "lookup")

    return _TOLD.keep(problem, tuple(sentence.tells | rows(sentence.tells) for sentence in problem.story))


def last_telling(problem: Problem, nodes: Iterable[NodeId]) -> int:
    """The place of the last sentence that tells one of some nodes, or -1."""
    wanted = frozenset(nodes)
    return max((place for place, told in enumerate(told_in(problem)) if told & wanted), default=-1)


def _other_inputs(problem: Problem, target: NodeId, deep: bool = True) -> frozenset[NodeId]:
    """What the steps that use a node use besides, with (`deep`) all that it is computed from."""
    names = problem.names()
    inputs: set[NodeId] = set()
    for step in problem.steps:
        mine: set[NodeId] = set()
        waiting = [*problem.nodes[step.node].args]
        while waiting:
            node = waiting.pop()
            mine.add(node)
            if node not in names:
                waiting += problem.nodes[node].args
        if target in mine:
            inputs |= mine - {target}
    return problem.ancestors(inputs) if deep else frozenset(inputs)


_MOST_KEPT = 64
_READ: ByIdentity[Problem, _Read] = ByIdentity(_MOST_KEPT)
_TOLD: ByIdentity[Problem, tuple[frozenset[NodeId], ...]] = ByIdentity(_MOST_KEPT)
