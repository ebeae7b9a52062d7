mspec 1
# Interest, instalments, chains of discounts, depreciation, present value. What is rounded is rounded to the cent each
# time, half a cent up, as an account does it: in `iterate`, one turn is one period.

use money

def simple_interest(principal : money, rate : percent, years : count(year)) = principal * rate * years
def simple_interest_for_months(principal : money, rate : percent, months : count(month)) = principal * rate * magnitude(months) / 12
def balance_after_period(balance : money, rate : percent) = round(balance * (1 + rate), $0.01)
def balance_after_deposit(balance : money, rate : percent, deposit : money) = round(balance * (1 + rate) + deposit, $0.01)
def debt_after_payment(debt : money, rate : percent, payment : money) = round(debt * (1 + rate) - payment, $0.01)
def value_after_period(value : money, rate : percent) = round(value * (1 - rate), $0.01)
def straight_line(cost : money, left : money, years : count(year)) = (cost - left) / years
def instalments_total(deposit : money, monthly : money, months : count(month)) = deposit + monthly * months
def two_discounts(price : money, first : percent, second : percent) = price * (1 - first) * (1 - second)
def present_value(amount : money, rate : percent, years : count(year)) = amount / (1 + rate)^magnitude(years)
