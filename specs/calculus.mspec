mspec 1
# Calculus: derivatives, integrals and tangents of the expressions of `algebra`, which it uses.
#
# The functions derivative, antiderivative, integral and tangent come from the plug-in; what they do is in
# docs/domains/algebra.md.
use algebra
use primitives.calculus
