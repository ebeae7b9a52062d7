mspec 1
use units.si

problem electricity_bill {
  meta {
    title: "Electricity bill with two prices"
    grade: 7
    tags: [money, piecewise]
  }

  given {
    who       : person
    used      : energy[kWh] in 120 kWh..900 kWh by 20 kWh   "energy used"
    block     : energy[kWh] in {200 kWh, 250 kWh, 300 kWh}  "limit of the lower price"
    low       : money[1/kWh] in $0.10..$0.20 by $0.02       "lower price"
    extra     : money[1/kWh] in {$0.05, $0.10, $0.15}       "surcharge above the limit"
    fixed_fee : money in $5..$12                            "monthly fee"
  }

  require {
    used != block  "the energy used is not just at the limit"
  }

  steps {
    high           = low + extra         "higher price"
    energy : money = if used <= block then low * used else low * block + high * (used - block)
        "cost of the energy"
    bill           = energy + fixed_fee  "electricity bill for last month"
  }

  story """
    An electricity company charges a fee of {fixed_fee} a month.
    The first {block} used in a month cost {low}.
    Each kilowatt-hour above this limit costs {extra:bare} more.
    Last month {who} used {used}.
  """
  ask bill "How much was {who.their} electricity bill for that month?"

  mistakes {
    one_price : energy = low * used   "charges the lower price for all the energy" when used > block
    all_high  : energy = high * used
        "charges the higher price for all the energy" when used > block
    no_fee    : bill   = energy       "leaves out the monthly fee"
  }

  vary {
    extend credit on bill {
      with credit : money in $2..$10  "credit"
      step due = bill - credit        "amount to pay after the credit"
      say "{who.They pay} the bill on time, for which there is a credit of {credit}."
      ask "How much does {who} have to pay?"
    }
  }

  test "above the limit" {
    with used = 400 kWh, block = 300 kWh, low = $0.10, extra = $0.10, fixed_fee = $6
    expect energy == $50
    expect bill == $56
  }
}
