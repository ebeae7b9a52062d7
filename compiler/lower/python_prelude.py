"""The runtime of generated Python. `lower_python` pastes this file's text; nothing imports it.

Every function takes plain integers and truth values, or NumPy columns of them (int64, or objects that are Python
integers). NumPy is never imported here: a program that passes columns has done so.
"""

# --- pasted from here
import math
import sys
from fractions import Fraction
from typing import Any


def _numpy() -> Any:
    return sys.modules["numpy"]


def _is_column(x: Any) -> bool:
    return hasattr(x, "dtype")


def _any_column(xs: Any) -> bool:
    return any(_is_column(x) for x in xs)


def _lift(x: Any) -> Any:
    """A plain integer as NumPy should see it: never uint64, never a 32-bit int."""
    if _is_column(x) or isinstance(x, bool):
        return x
    np = _numpy()
    return np.int64(x) if isinstance(x, int) and -(2**63) <= x < 2**63 else np.array(x, dtype=object)


def _big(x: Any) -> Any:
    """Python integers from here on: the bounds say that int64 may not hold the result."""
    return x.astype(object) if _is_column(x) else x


def _small(x: Any) -> Any:
    """Back to int64: the bounds say that it fits."""
    return x.astype("int64") if _is_column(x) else x


def _where(c: Any, a: Any, b: Any) -> Any:
    if _is_column(c):
        return _numpy().where(c, _lift(a), _lift(b))
    return a if c else b


def _not(x: Any) -> Any:
    return ~x if _is_column(x) else not x


def _safe(x: Any) -> Any:
    """A divisor; 0 becomes 1 (where it is 0 the row is not admissible, or the quotient is not demanded)."""
    return _where(x == 0, 1, x)


def _natural(x: Any) -> Any:
    return _where(x < 0, 0, x)


def _ratio(n: Any, d: Any) -> tuple[Any, Any]:
    """The same fraction with a positive denominator."""
    n, d = _where(d < 0, -n, n), _where(d < 0, -d, d)
    return n, _safe(d)


def _reduce(n: Any, d: Any) -> tuple[Any, Any]:
    """The same fraction in lowest terms; d is positive."""
    g = _gcd(n, d)
    return n // g, d // g


def _min(*xs: Any) -> Any:
    least = xs[0]
    for x in xs[1:]:
        least = _where(x < least, x, least)
    return least


def _max(*xs: Any) -> Any:
    most = xs[0]
    for x in xs[1:]:
        most = _where(x > most, x, most)
    return most


def _gcd(*xs: Any) -> Any:
    if not _any_column(xs):
        return math.gcd(*xs)
    np = _numpy()
    found = _lift(xs[0])
    for x in xs[1:]:
        found = np.gcd(found, _lift(x))
    return abs(found)


def _lcm(*xs: Any) -> Any:
    if not _any_column(xs):
        return math.lcm(*xs)
    found = abs(xs[0])
    for x in xs[1:]:
        found = found // _safe(_gcd(found, x)) * abs(x)
    return found


def _rows(xs: Any) -> Any:
    """The arguments row by row, as plain Python values."""
    columns = _numpy().broadcast_arrays(*(_lift(x) for x in xs))
    return zip(*(column.tolist() for column in columns), strict=True)


def _each(f: Any, *xs: Any) -> Any:
    """f on every row: Python integers."""
    if not _any_column(xs):
        return f(*xs)
    np = _numpy()
    size = np.broadcast_shapes(*(np.shape(x) for x in xs))[0]
    return np.fromiter((f(*row) for row in _rows(xs)), dtype=object, count=size)


def _test(f: Any, *xs: Any) -> Any:
    """f on every row: truth values."""
    return _each(f, *xs).astype(bool) if _any_column(xs) else f(*xs)


def _sorted(*xs: Any) -> Any:
    """The arguments in ascending order, row by row."""
    if not _any_column(xs):
        return sorted(xs)
    np = _numpy()
    return np.sort(np.stack(np.broadcast_arrays(*(_lift(x) for x in xs))), axis=0)


def _kth(k: Any, *xs: Any) -> Any:
    """The k-th smallest, from 1; where there is no such place, the nearest one."""
    place = _min(_max(k, 1), len(xs)) - 1
    ordered = _sorted(*xs)
    if not _is_column(place):
        return ordered[place]
    np = _numpy()
    if not _is_column(ordered):
        ordered = np.stack([_lift(x) for x in ordered])[:, None]
    return np.take_along_axis(ordered, _small(place)[None], axis=0)[0]


def _mode(*xs: Any) -> Any:
    """The most frequent; of several, the smallest."""
    ordered = _sorted(*xs)
    best, most = ordered[0], 0
    for x in ordered:
        times = sum((y == x) * 1 for y in ordered)
        best, most = _where(times > most, x, best), _where(times > most, times, most)
    return best


def _distinct(*xs: Any) -> Any:
    different: Any = True
    for i, x in enumerate(xs):
        for y in xs[:i]:
            different = different & (x != y)
    return different


def _pick(values: Any, place: Any) -> Any:
    """The value at a place of a table."""
    if not _is_column(place):
        return values[place]
    np = _numpy()
    whole = not isinstance(values[0], str) and all(-(2**63) <= x < 2**63 for x in values)
    kind = bool if isinstance(values[0], bool) else np.int64 if whole else object
    return np.array(values, dtype=kind)[place]


def _is_square(x: Any) -> Any:
    if _is_column(x) and x.dtype != object:
        np = _numpy()
        near = np.sqrt(np.maximum(x, 0).astype(np.float64)).astype(np.int64)
        # The float may be off by one for large x.
        return (near * near == x) | ((near + 1) * (near + 1) == x) | ((near - 1) * (near - 1) == x)
    return _test(lambda n: n >= 0 and math.isqrt(n) ** 2 == n, x)


def _is_prime(x: Any) -> Any:
    """By Miller and Rabin with the bases that decide every number below 3.3e24 (Sorenson and Webster, 2015)."""
    return _test(_is_prime_number, x)


def _is_prime_number(n: int) -> bool:
    bases = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)
    if n < 2 or any(n % p == 0 for p in bases):
        return n in bases
    twos = ((n - 1) & (1 - n)).bit_length() - 1
    for base in bases:
        x = pow(base, (n - 1) >> twos, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def _read(kind: str, den: int, values: Any, text: str) -> Any:
    """The text of one value as the integer that stands for it."""
    if kind == "truth":
        if text not in ("true", "false"):
            raise ValueError("true or false is expected")
        return text == "true"
    if kind == "code":
        if text not in values:
            raise ValueError("it must be one of " + ", ".join(values))
        return values.index(text)
    scaled = _number(text, kind) * den
    if scaled.denominator != 1 or not any(scaled.numerator in part for part in values):
        raise ValueError("it is not in the domain")
    return scaled.numerator


def _number(text: str, unit: str) -> Fraction:
    """A number, written bare or with its unit: `1/5` or `20%`, `2.50` or `$2.50`, `36` or `36 km/h`."""
    digits, whole = text, 1
    if unit == "%" and text.endswith("%"):
        digits, whole = text[:-1], 100
    elif unit and text.startswith(unit):
        digits = text[len(unit) :]
    elif unit and text.endswith(f" {unit}"):
        digits = text[: -len(unit) - 1]
    try:
        return Fraction(digits) / whole
    except ValueError:
        raise ValueError("a number is expected" + (f", bare or in {unit}" if unit else "")) from None


def _show(kind: Any, value: Any) -> str:
    """One value as text. `kind` is a denominator, "ratio", "truth", "real", "text", ("code", names), ("list", kind)."""
    if kind == "real":
        return str(value.value() if value.exact is not None else f"about {float(value.value())}")
    if kind == "text":
        return str(value)
    if kind == "truth":
        return "true" if value else "false"
    if kind == "ratio":
        return str(Fraction(*value))
    if isinstance(kind, int):
        return str(Fraction(value, kind))
    return kind[1][value] if kind[0] == "code" else ", ".join(_show(kind[1], part) for part in value)


def _main(arguments: list[str]) -> str:
    """Evaluate one world, `name=value …`, and list its steps."""
    sys.set_int_max_str_digits(0)
    words = dict(argument.partition("=")[::2] for argument in arguments)
    world_values = []
    for name, kind, den, values, length in GIVENS:
        if name not in words:
            raise SystemExit(f"{name} is missing; needed: " + " ".join(f"{given[0]}=…" for given in GIVENS))
        parts = words.pop(name).split(",") if length else [words.pop(name)]
        try:
            read = [_read(kind, den, values, part.strip()) for part in parts]
            if length and len(read) != length:
                raise ValueError(f"{length} values are expected, with commas between them")
        except (ValueError, ZeroDivisionError) as fault:
            raise SystemExit(f"{name}: {fault}") from None
        world_values.append(tuple(read) if length else read[0])
    if words:
        raise SystemExit("not a given: " + ", ".join(words))
    columns, admissible, demanded = world(*world_values)
    lines = [
        f"{name} = {_show(kind, value)}" + (f"  ({description})" if description else "")
        for (name, kind, description), value, needed in zip(RESULTS, columns, demanded, strict=True)
        if name and needed
    ]
    return "\n".join([*lines, f"admissible: {'yes' if admissible else 'no'}"])


# --- to here


GIVENS: tuple[tuple[str, str, int, Any, int], ...] = ()
RESULTS: tuple[tuple[str, Any, str], ...] = ()


def world(*givens: Any) -> tuple[tuple[Any, ...], Any, tuple[Any, ...]]:
    """What the generated module defines; here so that the text above stands on its own, and never called."""
    raise NotImplementedError
