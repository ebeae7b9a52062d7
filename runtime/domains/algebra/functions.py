"""The functions of the libraries `algebra` and `calculus`, from canonical texts and numbers to the same.

An expression is given as its text, or as a number. What has no value raises `AlgebraFault`.
"""

from __future__ import annotations

from fractions import Fraction

from mspec.runtime.domains.algebra import dense, forms, solving, texts, values
from mspec.runtime.domains.algebra.factoring import Factored, factored, from_sympy, to_sympy
from mspec.runtime.domains.algebra.faults import AlgebraFault
from mspec.runtime.domains.algebra.forms import Form, Negative, Number, Power, Product, Quotient, Root, Sum, Symbol
from mspec.runtime.domains.algebra.polynomials import Polynomial, Ratio, evaluate, ratio, sparse, surd_form
from mspec.runtime.domains.algebra.polynomials import dense as to_dense
from mspec.runtime.domains.algebra.polynomials import form as polynomial_form
from mspec.runtime.domains.algebra.surds import Surd
from mspec.runtime.domains.algebra.values import Relation

Expression = str | Fraction


def form_of(expression: Expression) -> Form:
    """An operand as an expression."""
    return forms.number(expression) if isinstance(expression, Fraction) else texts.read(expression)


def polynomial_of(expression: Expression) -> Polynomial:
    """An operand as a polynomial. Raises AlgebraFault if a variable stands in a denominator."""
    return reduced(ratio(form_of(expression))).whole()


def _written(polynomial: Polynomial) -> str:
    return texts.write(polynomial_form(polynomial))


def _dense(expression: Expression) -> tuple[str, list[Fraction]]:
    return to_dense(polynomial_of(expression))


# ---------------------------------------------------------------------------------------------- composing


def variable(name: str) -> str:
    """The variable with this name."""
    return texts.write(forms.symbol(name))


def expression(text: str) -> str:
    """The expression that a quoted text says, as it is written."""
    return texts.write(texts.read(text))


def add(left: Expression, right: Expression) -> str:
    return texts.write(forms.plus(form_of(left), form_of(right)))


def subtract(left: Expression, right: Expression) -> str:
    return texts.write(forms.plus(form_of(left), forms.minus(form_of(right))))


def multiply(left: Expression, right: Expression) -> str:
    return texts.write(forms.times(form_of(left), form_of(right)))


def divide(left: Expression, right: Expression) -> str:
    return texts.write(forms.over(form_of(left), form_of(right)))


def negate(operand: Expression) -> str:
    return texts.write(forms.minus(form_of(operand)))


def raise_to(base: Expression, exponent: Fraction) -> str:
    if exponent.denominator != 1:
        raise AlgebraFault("an exponent is a whole number here")
    return texts.write(forms.power(form_of(base), int(exponent)))


def square_root(operand: Expression) -> str:
    return texts.write(forms.root(form_of(operand)))


# --------------------------------------------------------------------------------------------- rewriting


def expand(operand: Expression) -> str:
    """A polynomial as the sum of its terms; of a quotient, numerator and denominator each."""
    return _quotient_text(reduced(ratio(form_of(operand))))


def simplify(operand: Expression) -> str:
    """Like terms collected, common factors of numerator and denominator cancelled, roots made squarefree."""
    return expand(operand)


def reduced(quotient: Ratio) -> Ratio:
    """Without common factors; the denominator has whole coefficients without common divisor, or is 1."""
    divisor = quotient.bottom.value
    if divisor is not None:
        return Ratio(quotient.top.scaled(divisor.inverse()))
    if not quotient.top:
        return quotient.__class__(Polynomial())
    if not (quotient.top.is_rational and quotient.bottom.is_rational):
        raise AlgebraFault("a quotient with variables below is simplified with rational coefficients only")
    names = tuple(sorted({*quotient.top.variables, *quotient.bottom.variables}))
    if len(names) == 1:
        top, bottom = to_dense(quotient.top)[1], to_dense(quotient.bottom)[1]
        common = dense.greatest_divisor(top, bottom)
        above, below = (sparse(names[0], dense.divide(part, common)[0]) for part in (top, bottom))
    else:
        _, upper, lower = to_sympy(quotient.top, names).cancel(to_sympy(quotient.bottom, names))
        # `cancel` of SymPy keeps the constant apart; it is found again from the leading coefficients.
        above, below = from_sympy(upper, names), from_sympy(lower, names)
        kept = quotient.top.terms[0][1] * below.terms[0][1] / (above.terms[0][1] * quotient.bottom.terms[0][1])
        above = above.scaled(kept)
    whole = below.value
    if whole is not None:
        return Ratio(above.scaled(whole.inverse()))
    content, _ = dense.primitive([value.rational for _, value in reversed(below.terms)])
    scale = Surd.of(1 / content)
    return Ratio(above.scaled(scale), below.scaled(scale))


def _quotient_text(quotient: Ratio) -> str:
    return texts.write(forms.over(polynomial_form(quotient.top), polynomial_form(quotient.bottom)))


def factor(operand: Expression) -> str:
    """A product of irreducible factors over the rationals, a number first; of a quotient, above and below."""
    quotient = reduced(ratio(form_of(operand)))
    if not quotient.top:
        return "0"
    return texts.write(forms.over(_product(factored(quotient.top)), _product(factored(quotient.bottom))))


def _product(found: Factored) -> Form:
    product: Form = forms.ONE
    for polynomial, multiplicity in found.factors:
        product = forms.times(product, forms.power(polynomial_form(polynomial), multiplicity))
    return forms.times(forms.number(found.content), product)


def collect(operand: Expression, name: str) -> str:
    """A polynomial by powers of one variable: `x^2 + (a + b)*x + a*b`."""
    parts = polynomial_of(operand).by_powers(name)
    terms = [
        forms.times(polynomial_form(parts[exponent]), forms.power(forms.symbol(name), exponent))
        for exponent in sorted(parts, reverse=True)
    ]
    return texts.write(forms.total([t for term in terms for t in (term.terms if isinstance(term, Sum) else (term,))]))


def complete_square(operand: Expression) -> str:
    """A quadratic a*x^2 + b*x + c as a*(x - h)^2 + k."""
    name, c = _dense(operand)
    if len(c) != 3:
        raise AlgebraFault("a quadratic is needed")
    h = -c[1] / (2 * c[2])
    square = forms.power(forms.plus(forms.symbol(name), forms.number(-h)), 2)
    return texts.write(forms.plus(forms.times(forms.number(c[2]), square), forms.number(dense.at(c, h))))


def substitute(operand: Expression, name: str, replacement: Expression) -> str:
    """The expression with another one in place of a variable; nothing is expanded."""
    return texts.write(_replaced(form_of(operand), forms.symbol(name), form_of(replacement)))


def _replaced(form: Form, target: Symbol, new: Form) -> Form:
    match form:
        case Number() | Root():
            return form
        case Symbol():
            return new if form == target else form
        case Negative(operand):
            return forms.minus(_replaced(operand, target, new))
        case Sum(terms):
            return forms.total([_replaced(term, target, new) for term in terms])
        case Product(factors):
            product: Form = forms.ONE
            for part in factors:
                product = forms.times(product, _replaced(part, target, new))
            return product
        case Quotient(top, bottom):
            return forms.over(_replaced(top, target, new), _replaced(bottom, target, new))
        case Power(base, exponent):
            return forms.power(_replaced(base, target, new), exponent)


# -------------------------------------------------------------------------------------- numbers from them


def value_at(operand: Expression, *points: Expression) -> str:
    """The exact number that an expression is where its variables, in the order of the alphabet, have these values."""
    form = form_of(operand)
    names = sorted(forms.symbols(form))
    if len(names) > len(points):
        raise AlgebraFault(f"there are {len(points)} values for {len(names)} variables")
    numbers = [evaluate(form_of(point), {}) for point in points]
    return texts.write(surd_form(evaluate(form, dict(zip(names, numbers, strict=False)))))


def evaluate_at(operand: Expression, *points: Expression) -> Fraction:
    """The same where the number is rational."""
    number = texts.read(value_at(operand, *points))
    if not isinstance(number, Number):
        raise AlgebraFault("the value is not rational")
    return number.value


def degree(operand: Expression) -> Fraction:
    """The degree of a polynomial, in all variables together; 0 for a number."""
    return Fraction(polynomial_of(operand).degree)


def coefficient(operand: Expression, exponent: Fraction) -> Fraction:
    """The coefficient of a power of the only variable."""
    _, coefficients = _dense(operand)
    if exponent.denominator != 1 or exponent < 0:
        raise AlgebraFault("an exponent is a natural number here")
    return coefficients[int(exponent)] if exponent < len(coefficients) else Fraction(0)


def term(operand: Expression, exponent: Fraction) -> str:
    """The term with a power of the only variable."""
    name, _ = _dense(operand)
    value = coefficient(operand, exponent)
    power = forms.power(forms.symbol(name), int(exponent)) if name else forms.ONE
    return texts.write(forms.times(forms.number(value), power))


def discriminant(operand: Expression) -> Fraction:
    """b^2 - 4*a*c of a quadratic a*x^2 + b*x + c."""
    _, coefficients = _dense(operand)
    if len(coefficients) != 3:
        raise AlgebraFault("a quadratic is needed")
    c, b, a = coefficients
    return b * b - 4 * a * c


def equivalent(left: Expression, right: Expression) -> bool:
    """Whether two expressions have the same value wherever both have one."""
    a, b = ratio(form_of(left)), ratio(form_of(right))
    return not (a.top * b.bottom - b.top * a.bottom)


# ------------------------------------------------------------------------------------ division of polynomials


def _two(left: Expression, right: Expression) -> tuple[str, list[Fraction], list[Fraction]]:
    (name, top), (other, bottom) = _dense(left), _dense(right)
    if name and other and name != other:
        raise AlgebraFault("one variable is needed")
    return name or other, top, bottom


def polynomial_quotient(left: Expression, right: Expression) -> str:
    name, top, bottom = _two(left, right)
    return _written(sparse(name, dense.divide(top, bottom)[0]))


def polynomial_remainder(left: Expression, right: Expression) -> str:
    name, top, bottom = _two(left, right)
    return _written(sparse(name, dense.divide(top, bottom)[1]))


def greatest_divisor(left: Expression, right: Expression) -> str:
    """The greatest common divisor, with whole coefficients without common divisor."""
    name, top, bottom = _two(left, right)
    common = dense.greatest_divisor(top, bottom)
    if not common:
        return "0"
    return _written(sparse(name, map(Fraction, dense.primitive(common)[1])))


# ------------------------------------------------------------------------------------------------ solving


def equation(left: Expression, right: Expression) -> str:
    return values.write_relation(Relation(form_of(left), "=", form_of(right)))


def less(left: Expression, right: Expression) -> str:
    return values.write_relation(Relation(form_of(left), "<", form_of(right)))


def at_most(left: Expression, right: Expression) -> str:
    return values.write_relation(Relation(form_of(left), "<=", form_of(right)))


def more(left: Expression, right: Expression) -> str:
    return values.write_relation(Relation(form_of(left), ">", form_of(right)))


def at_least(left: Expression, right: Expression) -> str:
    return values.write_relation(Relation(form_of(left), ">=", form_of(right)))


def left_side(relation: str) -> str:
    return texts.write(values.read_relation(relation).left)


def right_side(relation: str) -> str:
    return texts.write(values.read_relation(relation).right)


_FLIPPED = {"=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def shift(relation: str, summand: Expression) -> str:
    """An equation or inequality with the same added to both sides, which are simplified."""
    read, by = values.read_relation(relation), form_of(summand)
    sides = [expand(texts.write(forms.plus(side, by))) for side in (read.left, read.right)]
    return values.write_relation(Relation(texts.read(sides[0]), read.sign, texts.read(sides[1])))


def scale(relation: str, factor: Fraction) -> str:
    """An equation or inequality with both sides multiplied by a number; a negative one turns the sign round."""
    if not factor:
        raise AlgebraFault("both sides multiplied by zero")
    read, by = values.read_relation(relation), forms.number(factor)
    sides = [expand(texts.write(forms.times(by, side))) for side in (read.left, read.right)]
    sign = read.sign if factor > 0 else _FLIPPED[read.sign]
    return values.write_relation(Relation(texts.read(sides[0]), sign, texts.read(sides[1])))


def _equation(text: str) -> Relation:
    relation = values.read_relation(text)
    if relation.sign != "=":
        raise AlgebraFault("an equation is needed")
    return relation


def roots(operand: Expression) -> str:
    """The set of all real zeros."""
    return solutions(equation(operand, Fraction(0)))


def solutions(relation: str) -> str:
    """The set of all real solutions of an equation in one unknown."""
    return values.write_set(set(solving.equation_roots(_equation(relation))[1]))


def solution(relation: str) -> Fraction:
    """The only real solution of an equation in one unknown, a rational number."""
    found = solving.equation_roots(_equation(relation))[1]
    if len(found) != 1 or not found[0].is_rational:
        raise AlgebraFault("the equation does not have exactly one solution that is rational")
    return found[0].rational


def solution_set(relation: str) -> str:
    """Where an inequality in one unknown holds."""
    read = values.read_relation(relation)
    if read.sign == "=":
        raise AlgebraFault("an inequality is needed")
    return values.write_interval(solving.solution_set(read))


def system(*relations: str) -> str:
    """The only solution of a system of linear equations, its unknowns in the order of the alphabet."""
    _, found = solving.linear_system([_equation(relation) for relation in relations])
    if len(found) < 2:
        raise AlgebraFault("a system has at least two unknowns")
    return values.write_point(found)


# ---------------------------------------------------------------------------------- sets, points, intervals


def set_of(*numbers: Expression) -> str:
    return values.write_set({evaluate(form_of(x), {}) for x in numbers})


def point(*numbers: Expression) -> str:
    return values.write_point(tuple(evaluate(form_of(x), {}) for x in numbers))


def coordinate(of: str, place: Fraction) -> Fraction:
    """A coordinate of a point, from 1, where it is rational."""
    return _rational_at(values.read_point(of), place)


def element(of: str, place: Fraction) -> Fraction:
    """An element of a set, from the smallest, where it is rational."""
    return _rational_at(tuple(sorted(values.read_set(of))), place)


def size(of: str) -> Fraction:
    """How many elements a set has."""
    return Fraction(len(values.read_set(of)))


def _rational_at(numbers: tuple[Surd, ...], place: Fraction) -> Fraction:
    if place.denominator != 1 or not 1 <= place <= len(numbers):
        raise AlgebraFault(f"there is no place {place} among {len(numbers)}")
    found = numbers[int(place) - 1]
    if not found.is_rational:
        raise AlgebraFault("the number is not rational")
    return found.rational


def interval(text: str) -> str:
    """The solution set that a quoted text says: "(-oo, 2] U [3, oo)"."""
    return values.write_interval(list(values.read_interval(text)))


def vertex(operand: Expression) -> str:
    """The vertex of the parabola y = a*x^2 + b*x + c."""
    _, c = _dense(operand)
    if len(c) != 3:
        raise AlgebraFault("a quadratic is needed")
    h = -c[1] / (2 * c[2])
    return values.write_point((Surd.of(h), Surd.of(dense.at(c, h))))


# ------------------------------------------------------------------------------------------------ calculus


def derivative(operand: Expression) -> str:
    """The derivative of a polynomial or a quotient of polynomials in one variable, expanded."""
    quotient = reduced(ratio(form_of(operand)))
    (name, top), (other, bottom) = to_dense(quotient.top), to_dense(quotient.bottom)
    if name and other and name != other:
        raise AlgebraFault("one variable is needed")
    left = dense.multiply(dense.derivative(top), bottom)
    right = dense.multiply(top, dense.derivative(bottom))
    size = max(len(left), len(right))
    zeros = [Fraction(0)] * size
    above = [a - b for a, b in zip((left + zeros)[:size], (right + zeros)[:size], strict=True)]
    made = Ratio(sparse(name or other, above), sparse(name or other, dense.multiply(bottom, bottom)))
    return _quotient_text(reduced(made))


def antiderivative(operand: Expression) -> str:
    """The antiderivative of a polynomial that is 0 at 0."""
    name, coefficients = _dense(operand)
    if not name and coefficients:
        raise AlgebraFault("a number does not say the variable; write the antiderivative yourself")
    return _written(sparse(name, [Fraction(0), *(c / (at + 1) for at, c in enumerate(coefficients))]))


def definite_integral(operand: Expression, low: Fraction, high: Fraction) -> Fraction:
    """The integral of a polynomial from `low` to `high`."""
    _, coefficients = _dense(operand)
    whole = [Fraction(0), *(c / (at + 1) for at, c in enumerate(coefficients))]
    return dense.at(whole, high) - dense.at(whole, low)


def tangent(operand: Expression, at: Fraction) -> str:
    """The tangent of y = p(x) at x = `at`, as y = m*x + b."""
    name, coefficients = _dense(operand)
    slope = dense.at(dense.derivative(coefficients), at)
    line = sparse(name or "x", [dense.at(coefficients, at) - slope * at, slope])
    return equation("y", _written(line))
