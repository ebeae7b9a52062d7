"""Fuzzing of interventions: drawn rules on drawn problems in drawn worlds, and what must hold of what comes of them."""
