"""So many of something for each unit: beats a minute, stitches to the centimetre."""

from __future__ import annotations

import mspec
from mspec.compiler.load import load_problem
from mspec.compiler.print_spec import print_problem
from mspec.compiler.types import show

TEXT = """
use units.si
noun beat "beat"

table metronomes(name : word, tempo : count(beat)[1/min]) {
  "slow", 60
  "fast", 180 1/min
}

problem song {
  given {
    tempo : count(beat)[1/min] in 60..120 by 10  "tempo"
    rate  : frequency[1/s] in {2, 3}             "rate"
    set   : metronomes
    time_played : time[s] in 30 s..90 s by 30 s  "time"
  }
  steps {
    beats : count(beat) = time_played * tempo      "number of beats"
    other               = time_played * set.tempo  "number of beats of the metronome"
    waves               = time_played * rate       "number of waves"
  }
  story \"\"\"
    A song has {tempo} beats per minute, and a metronome that is {set.name} has {set.tempo}.
    Both go for {time_played}, and {rate} is a frequency.
  \"\"\"
  ask beats "How many beats are that?"
  ask waves "How many waves are that?"
  test "by hand" {
    with tempo = 60, rate = 2, set = "fast", time_played = 30 s
    expect beats == 30
    expect other == 90
    expect waves == 60
  }
}
"""


def test_a_bare_number_is_for_each() -> None:
    problem = load_problem(TEXT)
    assert show(problem.nodes[problem.node_named("tempo")].type) == "count(beat)[1/min]"
    assert show(problem.nodes[problem.node_named("rate")].type) == "frequency[1/s]"
    givens = {"tempo": "90", "rate": "2", "set": "slow", "time_played": "60"}
    (example,) = mspec.Spec(problem).sample(given=givens)
    assert "has 90 beats per minute" in example.question and "is slow has 60." in example.question
    assert "2 s⁻¹ is a frequency" in example.question
    assert [answer.value for answer in example.answers] == [90, 120]


def test_it_prints_and_is_read_again() -> None:
    problem = load_problem(TEXT)
    text = print_problem(problem)
    (line,) = [line for line in text.splitlines() if line.startswith("    tempo ")]
    assert line.split(":")[1].split() == [
        "count(beat)[1/min]",
        "in",
        "60",
        "1/min..120",
        "1/min",
        "by",
        "10",
        "1/min",
        '"tempo"',
    ]
    assert load_problem(text) == problem
