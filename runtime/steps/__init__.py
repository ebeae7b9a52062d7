"""Worked solutions of worlds: traces, equations, claims, sentences, metrics, and their re-reading."""
