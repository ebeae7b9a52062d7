problem everything {
  meta { title: "Quotes \" and \\ and \n", grade: 6, ok: true, of: units, nested: [1, -2, "x", [any, if]] }
  given {
    ana, ben : person repeat
    p : planets where p.g > 3 m/s^2
    xs : list(int, 5) in 1..20 distinct sorted "marks"
    w : money[1/kg] in item.price
    r : count(wheel)[1/car] in 2..4 by 2
    t : temperature[°C] in -5 °C..30 °C by 0.5 °C
    q : bool
    s : word in {"red", "blue"}
    v : speed[m/min] in 5 m/min..9 m/min
  }
  require {
    ana != ben "two people"
    1 < xs[1] <= xs[2] < 20 and not (q or s in {"red"}) "in order"
    xs[3] in 1..10 by 3
    (-xs[1] < 0)
    distinct(xs)
  }
  steps {
    unknown z : int
    a = -2^2 * (3 - 4) - (5 - 6 - 7) / (8 / 9) "a"
    b = 2^3^4 + (2^3)^4 "b" "The number is {b}."
    c : rational = if q then 1 else if s == "red" then 2 else 3 "{if q}yes{else}no{end} {{braces}}"
    d = sum(i in 1..5, i^2) + product(i in a..b, i + 1) + min(a, b) + sum(xs) + max(xs) "d"
    e = iterate(k in 1..n, from $100, next round(it * 105%, 2) until it > $200) "e"
    f = solve([x + y == 10, x - y == 2], [x, y]).x "f"
    g = p.g + (5 m / s) * 2 - 4 m/s^2 + 30 min "g"
    h = number(i in 1..n, xs[i] > 3) + [1, 2, 3][2] + (20% * 3)^2 "h"
    j = (if q then 1 else 2) "j"
    k = all(i in 1..5, xs[i] > i) or any(i in 1..5, xs[i] == i) "k"
  }
  story """
    {ana} has {xs} marks, {n of apple cost} {price | some} each.
    {ben.They pay} {a gift} and {An w} for {p.g:3sf}
      which {is n of item | "a few"} or {did kid.they} and {was kid} {kid.their} and {Does kid.They}.

    It says "so" in {xs[2]:words} \frac{{a}}{{b}} # no comment, {off | "half of {n of item}"}.
    {if n > 3 and s in {"red"}}Many{if q} more{end}{else}Few{end} are left.
  """
  tell a, b
  ask a "What is a?"
  ask b "What is b?" (round = 2, sigfigs = 3, units = "m/s", form = fraction, order = any, tol = 1%, choices = 4)
  hint "Think of {a}."
  mistakes {
    one : a = b + 1 "adds one" when q
    two_longer : b = 2 "takes two"
  }
  vary {
    derive speed on v { with d : length[m] in 5 m..9 m  "way" }
    fold a
    apply ops.money.tax to b
    chain c to other_problem.given
    distract nothing { say "So it is." }
  }
  test "one" {
    with a = 1, b = [1, 2],
      c = [1]
    expect a == 1
    always b > 1
  }
}
