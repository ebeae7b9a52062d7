"""Exact algebra: expressions, polynomials, equations, inequalities, sets and intervals as values.

A value is a canonical text (`texts`), so that it can be compared, kept and read again. `functions` computes, `certify`
checks what was computed by other means, `plugin` says what of it specs can use.
"""

from mspec.runtime.domains.algebra.plugin import PLUGIN

__all__ = ["PLUGIN"]
