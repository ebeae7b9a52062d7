"""Derivatives, integrals and tangents of the expressions of `algebra`."""

from mspec.runtime.domains.algebra.plugin import CALCULUS as PLUGIN

__all__ = ["PLUGIN"]
