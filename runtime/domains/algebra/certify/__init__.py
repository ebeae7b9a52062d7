"""The second opinion: whether a printed result is right, decided from its text alone.

Nothing here computes as `functions` does, and nothing of it is imported but its faults. Expressions are read by a
reader of their own and substituted: two polynomials of degree d are equal if they agree at d + 1 points.
"""
