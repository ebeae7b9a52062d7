mspec 1
# Prices: tax, tip, discount, the price of one unit, exchange. Amounts are rounded to the cent, half a cent up.

use units.si

def tax_on(price : money, rate : percent) = round(price * rate, $0.01)
def with_tax(price : money, rate : percent) = price + round(price * rate, $0.01)
def tip_on(bill : money, rate : percent) = round(bill * rate, $0.01)
def price_cut(price : money, rate : percent) = round(price * rate, $0.01)
def price_per_mass(price : money, m : mass[kg]) = price / m
def price_per_volume(price : money, v : volume[L]) = price / v
def shared_equally(bill : money, people : count(human)) = bill / people
def in_euros(amount : money, rate : money[€/$]) = round(amount * rate, €0.01)
def in_dollars(amount : money[€], rate : money[€/$]) = round(amount / rate, $0.01)
