mspec 1
use units.si

problem electricity_bill {
  meta {
    title: "Electricity tariff with two blocks"
    grade: 7
    tags: [money, piecewise]
  }

  given {
    who    : person
    used   : energy[kWh] in 120 kWh..900 kWh by 20 kWh             "energy used"
    block  : energy[kWh] in {200 kWh, 250 kWh, 300 kWh}            "size of the first block"
    low    : money[1/kWh] in $0.10..$0.20 by $0.02 "price of a kilowatt-hour in the first block"
    extra  : money[1/kWh] in {$0.05, $0.10, $0.15} "surcharge on a kilowatt-hour above the first block"
    fixed_fee : money in $5..$12                                     "monthly fee"
  }

  require {
    used != block    "nobody uses exactly the first block"
  }

  steps {
    high           = low + extra                              "price of a kilowatt-hour above the first block"
    energy : money = if used <= block then low * used
                     else low * block + high * (used - block) "cost of the energy"
    bill           = energy + fixed_fee                       "monthly bill"
  }

  story """
    An electricity company charges a monthly fee of {fixed_fee} and {low} for each of the first {block} used in a month.
    Energy above that costs {extra} more for each kilowatt-hour.
    Last month {who} used {used}.
  """
  ask bill "How much was the bill for that month?"

  mistakes {
    one_price  : energy = low * used                "charges the low price for all the energy" when used > block
    all_high   : energy = high * used               "charges the high price for all the energy" when used > block
    no_fee     : bill = energy                      "leaves out the monthly fee"
  }

  test "above the block" {
    with used = 400 kWh, block = 300 kWh, low = $0.10, extra = $0.10, fixed_fee = $6
    expect energy == $50
    expect bill == $56
  }
}
