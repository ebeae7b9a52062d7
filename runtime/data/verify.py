"""Checking a data set: every record from its own fields, and from the specs where they are at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mspec.compiler.ir import Problem
from mspec.runtime.data.reading import Record, chunks
from mspec.runtime.data.records import spec_hash
from mspec.runtime.data.self_check import Fault, check_record, check_texts, malformed
from mspec.runtime.data.spec_check import SpecCheck
from mspec.runtime.data.text_check import TextReport

KEPT = 20
"""Faults of a kind that are kept to be shown."""


@dataclass
class Report:
    """What was found. `faults` holds the first of each kind, `counts` how many there are.

    `from_spec` is how many records were also made again from their spec and evaluated by the interpreter; `text` is
    what was found in their wording, if that was asked for.
    """

    records: int = 0
    faulty: int = 0
    from_spec: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    text: TextReport | None = None

    @property
    def rate(self) -> float:
        """The share of records without any fault; 1 for none."""
        return 1 - self.faulty / self.records if self.records else 1.0

    @property
    def summary(self) -> str:
        """The report in one line."""
        against = f"{self.from_spec} of them against their spec" if self.from_spec else "from their own fields"
        good = self.records - self.faulty
        return f"{good} of {self.records} records hold ({100 * self.rate:.4g} %), {against}"

    def add(self, where: str, fault: Fault) -> None:
        """Note a fault."""
        self.counts[fault.kind] = self.counts.get(fault.kind, 0) + 1
        kept = self.faults.setdefault(fault.kind, [])
        if len(kept) < KEPT:
            kept.append(f"{where}: {fault.text}")


def verify(path: Path, problems: Iterable[Problem] = (), *, text: bool = False) -> Report:
    """Check a data set.

    Args:
        path: JSON lines, or Parquet (by its suffix).
        problems: specs; a record whose `spec_hash` is that of one of them is checked against it too.
        text: look at the wording, too.
    """
    by_hash = {spec_hash(problem): problem for problem in problems}
    lexicons = {found: problem.lexicon for found, problem in by_hash.items()}
    against = SpecCheck(by_hash)
    report, seen = Report(text=TextReport() if text else None), set[tuple[str, int, int]]()
    for chunk in chunks(path):
        faulty: set[int] = set()

        def note(position: int, where: str, fault: Fault, faulty: set[int] = faulty) -> None:
            faulty.add(position)
            report.add(where, fault)

        good: list[tuple[int, Record]] = []
        for position, record in enumerate(chunk):
            line = f"record {report.records + position + 1}"
            why = "it is no JSON object" if record is None else malformed(record)
            if record is None or why is not None:
                note(position, line, Fault("malformed", why or ""))
                continue
            key = (record["spec_hash"], record["seed"], record["index"])
            if key in seen:
                note(position, record["id"], Fault("repeated", "the same record stands there before"))
            seen.add(key)
            good.append((position, record))
            if report.text is not None:
                report.text.add(record)
            for fault in check_record(record):
                note(position, record["id"], fault)
        for place, fault in check_texts([record for _, record in good], lexicons):
            note(good[place][0], good[place][1]["id"], fault)
        for position, fault in against.check(good):
            note(position, chunk[position]["id"] if chunk[position] else "", fault)  # type: ignore[index]
        report.from_spec += sum(against.knows(record) for _, record in good)
        report.records += len(chunk)
        report.faulty += len(faulty)
    return report
