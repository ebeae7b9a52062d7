"""Drawing worlds: exactly uniform, random access, with a certificate."""

from mspec.runtime.sample.plan import ComponentPlan, Hopeless, Strategy, Unsatisfiable
from mspec.runtime.sample.sampler import Certificate, Sampler, sampler_for, worlds

__all__ = [
    "Certificate",
    "ComponentPlan",
    "Hopeless",
    "Sampler",
    "Strategy",
    "Unsatisfiable",
    "sampler_for",
    "worlds",
]
