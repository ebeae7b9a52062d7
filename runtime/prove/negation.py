"""An obligation turned round, as SMT-LIB: satisfiable exactly if some world breaks it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mspec.compiler.constraints import Constraint
from mspec.compiler.ir import NodeId, Problem
from mspec.compiler.lower.lower_smtlib import SmtLowering, lower_smtlib
from mspec.compiler.lower.smt_ops import on_grid
from mspec.compiler.lower.smt_terms import Term, alike, call, conjunction, equal, negation, number
from mspec.runtime.prove.obligations import Between, Multiple, NonZero, Obligation, Regular


def negated(
    problem: Problem, obligation: Obligation, constraints: Sequence[Constraint], lemmas: Iterable[Obligation]
) -> tuple[SmtLowering, str]:
    """The lowering, and its text with the negation asserted.

    What divides is not assumed to be non-zero, or the proof that it is would be empty; obligations that are proved
    already are.

    Args:
        problem: as built.
        obligation: to be proved.
        constraints: what a world satisfies.
        lemmas: guards that are proved.
    """
    lowering = lower_smtlib(problem, [obligation.node, obligation.owner], constraints, defined=False)
    lines = []
    for lemma in lemmas:
        if lemma.node in lowering.symbols and lemma.owner in lowering.paths:
            lines.append(f"(assert (=> {lowering.paths[lemma.owner]} {_claim(lowering, lemma).text}))")
    lines.append(f"(assert {lowering.paths[obligation.owner]})")
    lines.append(f"(assert {negation(_claim(lowering, obligation)).text})")
    return lowering, lowering.text + "\n".join(lines) + "\n"


def _claim(lowering: SmtLowering, obligation: Obligation) -> Term:
    match obligation.claim:
        case Regular():
            return Term(lowering.defined[obligation.owner], "Bool")
        case Multiple(of):
            return conjunction(on_grid(term, of) for term in _terms(lowering, obligation.node))
        case NonZero():
            zero = number(0)
            return conjunction(negation(equal(term, zero)) for term in _terms(lowering, obligation.node))
        case Between(low, high, strict):
            parts = []
            for term in _terms(lowering, obligation.node):
                if low is not None:
                    parts.append(call("<" if strict else "<=", alike((number(low), term)), "Bool"))
                if high is not None:
                    parts.append(call("<=", alike((term, number(high))), "Bool"))
            return conjunction(parts)


def _terms(lowering: SmtLowering, node: NodeId) -> tuple[Term, ...]:
    if node in lowering.elements:
        texts, sort = lowering.elements[node], lowering.element_sorts[node]
        return tuple(Term(text, sort) for text in texts)
    return (Term(lowering.symbols[node], lowering.sorts[node]),)
