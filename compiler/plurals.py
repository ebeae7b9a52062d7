"""The plural of an English noun phrase, as far as a rule or a list can know it.

A noun of a lexicon whose plural is not written has the plural made here; where nothing here knows it, `plural_of`
says so, and `mspec check` asks the author to write it.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Plural(NamedTuple):
    """A plural, and whether it is known rather than guessed by the spelling."""

    text: str
    known: bool = True


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_IRREGULAR = {
    "child": "children", "die": "dice", "foot": "feet", "goose": "geese", "louse": "lice", "mouse": "mice",
    "ox": "oxen", "person": "people", "tooth": "teeth", "passer-by": "passers-by", "passerby": "passersby",
    "runner-up": "runners-up", "genus": "genera", "corpus": "corpora", "quiz": "quizzes", "whiz": "whizzes",
    "fez": "fezzes", "gateau": "gateaux", "chateau": "chateaux", "tableau": "tableaux", "datum": "data",
    "bus": "buses", "gas": "gases", "yes": "yeses",
}  # fmt: skip
_COMPOUNDS = ("child", "foot", "tooth", "louse", "person", "mouse")
"""Their plurals also end longer words: grandchildren, forefeet, dormice, salespeople."""
_NOT_COMPOUNDS = frozenset(["mongoose", "blouse"])
_NOT_MEN = frozenset(
    ["human", "german", "roman", "norman", "shaman", "talisman", "ottoman", "caiman", "cayman", "brahman", "ataman"]
)
_VES = {
    "calf": "calves", "dwarf": "dwarves", "elf": "elves", "half": "halves", "hoof": "hooves", "knife": "knives",
    "leaf": "leaves", "life": "lives", "loaf": "loaves", "scarf": "scarves", "self": "selves", "sheaf": "sheaves",
    "shelf": "shelves", "thief": "thieves", "wharf": "wharves", "wife": "wives", "wolf": "wolves",
}  # fmt: skip
_FS = _words(
    """belief brief cafe carafe chef chief clef cliff fife golf grief gulf handkerchief kerchief leitmotif motif oaf
    proof reef relief roof safe serf sheriff spoof surf turf waif"""
)
_OES = _words(
    """buffalo cargo domino echo embargo hero mango mosquito potato superhero antihero tomato tornado torpedo veto
    volcano"""
)
_OS = _words(
    """albino alto armadillo avocado banjo bistro burrito cappuccino casino cello combo condo demo disco dodo dynamo
    ego espresso euro falsetto flamingo gecko gringo grotto halo hippo info intro jumbo kilo kimono latte limo lingo
    logo macho macro maestro memento memo micro motto nacho photo piano pinto poncho pro promo pueblo rhino sombrero
    solo soprano stiletto taco tango tempo torso turbo tuxedo typo yo zero jalapeno pesto gazebo commando dingo
    innuendo lasso lido peso placebo silo virtuoso auto bongo cigarillo gelato amigo inferno manifesto fiasco merino
    concerto libretto contralto"""
)
_IS_TO_ES = _words(
    """analysis antithesis axis basis crisis diagnosis electrolysis ellipsis emphasis genesis hydrolysis hypothesis
    meiosis metamorphosis metastasis mitosis neurosis oasis osmosis paralysis parenthesis photosynthesis prognosis
    prosthesis synopsis synthesis thesis"""
)
_ISES = frozenset(["clematis", "epidermis", "ibis", "iris", "mantis", "metropolis", "pelvis", "trellis", "tennis"])
_US_TO_I = _words(
    """alumnus bacillus cactus focus fungus locus modulus nucleus papyrus radius stimulus terminus torus"""
)
_USES = _words(
    """abacus apparatus asparagus bonus calculus campus caucus census chorus circus citrus colossus consensus
    crocus cumulus discus eucalyptus excursus exodus fetus genius hiatus hibiscus hippopotamus hummus ignoramus impetus
    isthmus lotus minibus minus mucus narcissus nexus octopus omnibus opus platypus plus prospectus rhombus ruckus
    rumpus sinus status surplus syllabus thesaurus trolleybus uterus virus walrus"""
)
_ON_TO_A = frozenset(["automaton", "criterion", "ganglion", "mitochondrion", "phenomenon"])
_UM_TO_A = _words(
    """addendum bacterium curriculum erratum maximum medium memorandum millennium minimum momentum optimum ovum
    quantum spectrum stratum symposium"""
)
_A_TO_AE = frozenset(["alga", "alumna", "antenna", "larva", "nebula", "supernova", "vertebra"])
_X_TO_CES = {
    "appendix": "appendices", "codex": "codices", "cortex": "cortices", "directrix": "directrices",
    "helix": "helices", "index": "indices", "matrix": "matrices", "radix": "radices", "vertex": "vertices",
    "vortex": "vortices",
}  # fmt: skip
_SAME = _words(
    """aircraft barracks bison chassis cod corps crossroads deer fish gallows grouse headquarters hertz hovercraft means
    moose offspring plaice reindeer salmon series sheep siemens spacecraft species swine swiss trout watercraft
    yen yuan baht rand won"""
)
PLURAL_ONLY = _words(
    """binoculars braces clippers clothes dungarees earnings glasses goggles goods headphones jeans knickers leggings
    pajamas pants pincers pliers pyjamas scissors shears shorts slacks specs spectacles stairs sunglasses surroundings
    suspenders thanks tights tongs trousers trunks tweezers groceries overalls"""
)
"""Words without a singular: "1 scissors" is wrong for every number."""
_SES = _words("""alias atlas bias canvas cosmos lens pancreas rhinoceros""")
"""Singulars in a single -s, which take -es."""
_HARD_CH = ("stomach", "monarch", "patriarch", "matriarch", "epoch", "loch", "tech", "eunuch", "czech")

_BEHIND_HEAD = re.compile(r" (?:of|in|with|without|for|at|on|per|from|to|by) |-in-law\Z|-of-|-in-the-")
"""What follows the noun that takes the plural: bottle *of water*, mother*-in-law*."""
_HISSING = re.compile(r"(?:s|x|z|ch|sh)\Z")
_CONSONANT_Y = re.compile(r"(?:[^aeiou]|qu)y\Z")
_CONSONANT_O = re.compile(r"[^aeiou]o\Z")
_SPELLED = re.compile(r"(?:.*[A-Z0-9])\Z")
"""Ends in a capital or a digit, so it is no common word: CD, LED, A4."""


def plural(singular: str) -> str:
    """The plural of a noun phrase.

    >>> [plural(noun) for noun in ("muffin", "box", "cherry", "day", "potato", "photo", "bus ticket")]
    ['muffins', 'boxes', 'cherries', 'days', 'potatoes', 'photos', 'bus tickets']
    >>> [plural(noun) for noun in ("child", "knife", "sheep", "criterion", "loaf of bread", "mother-in-law")]
    ['children', 'knives', 'sheep', 'criteria', 'loaves of bread', 'mothers-in-law']
    """
    return plural_of(singular).text


def plural_of(singular: str) -> Plural:
    """The plural of a noun phrase, and whether it is known.

    >>> plural_of("bus"), plural_of("zorf")
    (Plural(text='buses', known=True), Plural(text='zorfs', known=False))
    """
    behind = _BEHIND_HEAD.search(singular)
    head, rest = (singular[: behind.start()], singular[behind.start() :]) if behind else (singular, "")
    cut = head.rfind(" ") + 1
    if head[cut:].lower() not in _IRREGULAR:  # but "runner-up" is one word
        cut = max(cut, head.rfind("-") + 1)
    last = head[cut:]
    made = Plural(last.lower() + "s") if _SPELLED.match(last) else _of_word(last.lower())
    return Plural(head[:cut] + _cased(last, made.text) + rest, made.known)


def _cased(singular: str, made: str) -> str:
    """The plural with the letters of the singular where both agree: "Mouse" -> "Mice", "CD" -> "CDs"."""
    same = 0
    while same < min(len(singular), len(made)) and singular[same].lower() == made[same]:
        same += 1
    return singular[:same] + made[same:]


def _of_word(word: str) -> Plural:
    """The plural of one word in lower case."""
    listed = _listed(word)
    if listed is not None:
        return Plural(listed)
    if word in PLURAL_ONLY:
        return Plural(word, known=False)
    if word.endswith("us"):
        return Plural(word + "es", word in _USES)
    if word.endswith("is"):
        return Plural(word + "es", word in _ISES)
    if _HISSING.search(word):
        if word.endswith(_HARD_CH):
            return Plural(word + "s")
        return Plural(word + "es", word in _SES or word.endswith("ss") or not word.endswith("s"))
    if _CONSONANT_Y.search(word):
        return Plural(word[:-1] + "ies")
    if _CONSONANT_O.search(word):
        return Plural(word + "es") if word in _OES else Plural(word + "s", word in _OS)
    if word.endswith(("f", "fe")) and not word.endswith(("ff", "ffe")):
        return Plural(word + "s", word in _FS)
    return Plural(word + "s")


def _listed(word: str) -> str | None:
    """The plural of a word that a list or an ending with a plural of its own knows."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _SAME or (word.endswith(("fish", "ese")) and word != "cheese"):
        return word
    for table in (_VES, _X_TO_CES):
        if word in table:
            return table[word]
    endings = ((_IS_TO_ES, "is", "es"), (_US_TO_I, "us", "i"), (_ON_TO_A, "on", "a"), (_UM_TO_A, "um", "a"),
               (_A_TO_AE, "a", "ae"))  # fmt: skip
    for words, ending, instead in endings:
        if word in words:
            return word.removesuffix(ending) + instead
    if word.endswith("hedron"):
        return word[:-2] + "a"
    if word.endswith("man") and word not in _NOT_MEN:
        return word[:-3] + "men"
    if word not in _NOT_COMPOUNDS:
        for part in _COMPOUNDS:
            if word.endswith(part):
                return word.removesuffix(part) + _IRREGULAR[part]
        for part in ("knife", "leaf", "shelf", "wife", "wolf", "thief", "self", "loaf", "calf"):
            if word.endswith(part):
                return word.removesuffix(part) + _VES[part]
    return None
