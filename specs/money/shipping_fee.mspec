mspec 1
use units.si

problem shipping_fee {
  meta {
    title: "Tiered shipping fee"
    grade: 7
    tags: [money, piecewise]
  }

  given {
    w      : mass[kg] in 1 kg..30 kg                      "mass of the parcel"
    member : bool                                         "membership"
    base   : money in $4..$9                              "charge for the first 5 kg"
    rate   : money[1/kg] in {$0.50, $0.80, $1.00, $1.20}  "charge for a kilogram above 5 kg"
  }

  require {
    not w in {5 kg, 20 kg}  "no parcel is just at a limit"
  }

  steps {
    fee         = if w <= 5 kg then base
                  else if w <= 20 kg then base + rate * (w - 5 kg)
                  else base + rate * 15 kg + 2 * rate * (w - 20 kg)  "regular charge"
    due : money = if member then fee / 2 else fee  "amount to pay for the parcel"
  }

  story """
    A courier charges {base} for a parcel of up to 5 kg.
    Each further kilogram, up to 20 kg, costs {rate:bare} extra.
    Each kilogram above 20 kg costs twice that amount.
    Members pay half of the regular charge.
    {if member}A member{else}Somebody who is not a member{end} wants to send a parcel of {w}.
  """
  ask due "How much does it cost to send this parcel?"

  mistakes {
    top_rate_on_all : fee = base + 2 * rate * (w - 5 kg)
        "applies the top rate to every kilogram above 5 kg" when w > 20 kg
    no_member_price : due = fee                           "forgets the member price" when member
  }

  vary {
    extend insurance on due {
      with cover : money in $1..$5  "price of an insurance"
      step total = due + cover      "cost of sending the parcel with insurance"
      say "An insurance costs {cover} for any parcel."
      ask "How much does it cost to send this parcel with an insurance?"
    }
  }

  test "bottom tier" {
    with w = 4 kg, base = $5, member = false
    expect due == $5
  }
  test "top tier, member" {
    with w = 24 kg, base = $4, rate = $0.50, member = true
    expect fee == $15.50
    expect due == $7.75
  }
}
