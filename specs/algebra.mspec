mspec 1
# Algebra: expressions, polynomials, equations, inequalities, sets, intervals and points as exact values.
#
# The types `expr` (3 * x^2 - 5), `equation`, `inequality`, `set` ("{-2, 3}"), `interval` ("(-oo, 2]") and `point`,
# and functions that rewrite, factor and solve, come from the plug-in; what they do is in docs/domains/algebra.md.
use primitives.algebra
