"""The four hashes of a problem.

| hash | of | for |
| --- | --- | --- |
| `text_hash` | canonical text with the texts of its `use` closure | caches, locks |
| `world_hash` | givens with their domains, the graph and the constraints, with constants | certificates, proofs |
| `graph_hash` | the solution graph: roles, types, operators | structure, splits |
| `surface_hash` | a text without its numbers | what a variant sounds like |

All are 32 hexadecimal digits of BLAKE2b, the same in every process and on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b

from mspec.compiler.canonical import TooManyTies, Vertex, canonical_form
from mspec.compiler.constraints import Holds, constraints, demand_roots
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.graph import TooSymmetric
from mspec.compiler.ir import Apply, Const, Domain, Given, Lattice, NounAttribute, Problem, Value, Values
from mspec.compiler.plugins import operators_of
from mspec.compiler.solution import Known, Solution, solution
from mspec.compiler.types import Bool, ListOf, NounType, Num, Opaque, Person, RowOf, Type, Word, show

DIGEST_BYTES = 16


def _digest(*parts: str) -> str:
    """Parts are told apart by their lengths."""
    hashed = blake2b(digest_size=DIGEST_BYTES)
    for part in parts:
        encoded = part.encode()
        hashed.update(len(encoded).to_bytes(8, "big") + encoded)
    return hashed.hexdigest()


def text_hash(text: str, closure: Mapping[str, str] | None = None) -> str:
    """The hash of a canonical text and of the texts of the libraries that it uses, by name; their order does not
    count."""
    parts = [part for name in sorted(closure or {}) for part in (name, (closure or {})[name])]
    return _digest("text", text, *parts)


_NUMERAL = re.compile(r"\d+(?:[.,/]\d+)*")
_SPACE = re.compile(r"\s+")


def surface_hash(text: str) -> str:
    """The hash of a text in which every numeral is masked and white space does not count."""
    return _digest("surface", _SPACE.sub(" ", _NUMERAL.sub("#", text)).strip())


# --------------------------------------------------------------------------------------------------- worlds


def world_hash(problem: Problem) -> str:
    """The hash of the set of worlds and of what is computed in them.

    Names of givens count: draws and certificates are keyed by them. Names of steps, all text, and the order of
    givens, steps and constraints do not. Rounding of an answer counts, since worlds on a tie are left out. """
    of: list[str] = []
    for node in problem.nodes:
        of.append(_digest(*_world_parts(problem, node, of)))
    parts = {f"given {of[given]}" for given in problem.givens()}
    parts |= {f"step {of[step.node]} {step.declared}" for step in problem.steps}
    for constraint in constraints(problem):
        if isinstance(constraint, Holds):
            parts.add(f"holds {of[constraint.node]}")
        else:
            parts.add(f"grid {of[constraint.node]} {constraint.grid}")
    parts |= {f"demanded {of[node]}" for node in demand_roots(problem)}
    parts |= {f"rounded {of[ask.node]} {ask.form.round} {ask.form.sigfigs}" for ask in problem.asks}
    return _digest("world", *sorted(parts))


def _world_parts(problem: Problem, node: Given | Const | Apply, of: list[str]) -> list[str]:
    match node:
        case Given(name, type_, domain, flags):
            return ["given", name, _full_type(type_), *_domain_parts(domain, of), *sorted(flags)]
        case Const(value, type_):
            return ["const", _value_text(value), _full_type(type_)]
        case Apply("lookup", (row,), type_, (column, *_)):
            table = problem.lexicon.table(getattr(problem.nodes[row].type, "table", ""))
            position = table.column(str(column))
            known = str(table.columns[position][2])
            return ["lookup", of[row], _full_type(type_), known, *(_value_text(r[position]) for r in table.rows)]
        case Apply("solve_linear", args, type_, (names, which, *_)):
            assert isinstance(names, tuple)
            return ["solve_linear", _full_type(type_), str(len(names)), str(which), *(of[arg] for arg in args)]
        case Apply(op, args, type_, data):
            operands = [of[arg] for arg in args]
            found = operators_of(problem)[op]
            if found.commutative:
                operands.sort()
            by = [f"{found.plugin} {dict(problem.lexicon.plugins)[found.plugin]}"] if found.plugin else []
            return [*by, op, _full_type(type_), *map(str, data), "of", *operands]


def _full_type(type_: Type) -> str:
    """The type with what its spelling leaves out."""
    if isinstance(type_, Num):
        rigid = type_.label is not None and type_.label.rigid
        return f"{show(type_)} {type_.whole} {type_.exact} {type_.unit.scale} {rigid}"
    return show(type_)


def _domain_parts(domain: Domain, of: list[str]) -> list[str]:
    match domain:
        case Lattice(low, high, stride):
            return ["lattice", str(low), str(high), str(stride)]
        case Values(values):
            return ["values", *map(_value_text, values)]
        case NounAttribute(noun, attribute, choices):
            inner = [part for choice in choices for part in ("choice", *_domain_parts(choice, of))]
            return ["attribute", of[noun], attribute, *inner]


def _value_text(value: Value) -> str:
    if isinstance(value, tuple):
        return "(" + ",".join(map(_value_text, value)) + ")"
    return f"{type(value).__name__} {value}"


# ---------------------------------------------------------------------------------------------------- graph


def graph_hash(problem: Problem, solved: Solution | None = None) -> str:
    """The hash of the structure of the solution.

    Two problems have the same one if and only if their solution graphs are isomorphic: told and unused facts and
    constants are masked to their types, asked nodes are marked, operands of commutative operators have no order,
    equal subexpressions are one. Names, nouns, the grouping into steps and the order of declarations do not count.
    Nothing is simplified: a - b is not a + -b.

    Args:
        problem: What is hashed.
        solved: Its solution graph, if it is at hand.

    Raises:
        MspecError: there is no solution graph, or it is too symmetric (MS4007).
    """
    vertices = structure(problem, solved or solution(problem))
    try:
        form = canonical_form(vertices)
    except TooManyTies as fault:
        raise MspecError([TooSymmetric(problem=problem.name, budget=fault.args[0])]) from fault
    return blake2b(repr(form).encode(), digest_size=DIGEST_BYTES).hexdigest()


def structure(problem: Problem, solved: Solution) -> list[Vertex]:
    """The solution graph as vertices, masked, without what is only another name (`same`)."""
    vertices: list[Vertex] = []
    at: list[int] = []
    for place, node in enumerate(solved.nodes):
        match node:
            case Known(world, type_):
                vertex = Vertex(f"told {_masked(type_)}", identity=("told", world))
            case Const(_, type_):
                vertex = Vertex(f"const {_masked(type_)}", identity=("const", place))
            case Apply("same", (inner,)):
                at.append(at[inner])
                continue
            case Apply(op, args, type_, data):
                vertex = _operator(problem, solved, op, args, type_, data, at)
        at.append(len(vertices))
        vertices.append(vertex)
    for answer in solved.answers:
        place = at[solved.place(answer)]
        found = vertices[place]
        vertices[place] = Vertex(found.label, found.args, found.commutative, found.identity, "asked")
    for fact in solved.unused:
        vertices.append(Vertex(f"unused {_masked(problem.nodes[fact].type)}", identity=("unused", fact)))
    return vertices


def _operator(
    problem: Problem,
    solved: Solution,
    op: str,
    args: tuple[int, ...],
    type_: Type,
    data: tuple[object, ...],
    at: list[int],
) -> Vertex:
    operands = tuple([at[arg] for arg in args])
    match op:
        case "convert":  # the factor follows from the types
            return Vertex(f"convert {_masked(type_)}", operands, identity=data)
        case "item":
            return Vertex(_item_label(problem, solved, args[0], data), operands, identity=data)
        case "lookup":
            return Vertex(f"lookup {_masked(type_)}", operands, identity=data)
        case "solve_linear":
            names, which = data[0], data[1]
            assert isinstance(names, tuple)
            return Vertex(f"solve {len(names)} {which}", operands)
        case "root":
            return Vertex(f"root {data[0]}", operands)
    return Vertex(op, operands, operators_of(problem)[op].commutative)


def _item_label(problem: Problem, solved: Solution, whole: int, data: tuple[object, ...]) -> str:
    """An index is a name, except in a list that is sorted."""
    node = solved.nodes[whole]
    given = problem.nodes[node.world] if isinstance(node, Known) else None
    ordered = not isinstance(given, Given) or "sorted" in given.flags
    return f"item {data[0]}" if ordered else "item"


def _masked(type_: Type) -> str:
    """A type without nouns and names."""
    match type_:
        case Num(whole, exact, tag, unit, label, per):
            kind = f"{'int' if whole else 'rational' if exact else 'real'} {tag.value} {unit}"
            return f"{kind} {label is not None} {per is not None}"
        case ListOf(element, length):
            return f"list {length} {_masked(element)}"
        case Bool():
            return "bool"
        case Opaque(name):
            return name
        case NounType() | Word() | Person():
            return "word"
        case RowOf():
            return "row"
