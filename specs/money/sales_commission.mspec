mspec 1

problem sales_commission {
  meta {
    title: "Salary, commission and savings"
    grade: 7
    tags: [money, percent]
    source: "gsm8k-train-2458"
  }

  given {
    agent : person
    goods : word in {"kitchen machines", "garden furniture", "bicycles", "solar panels"}
    base  : money in $900..$2500 by $50       "basic salary"
    rate  : percent in {3%, 4%, 5%, 8%, 10%}  "commission rate"
    sales : money in $8000..$30000 by $200    "value of last month's sales"
    saved : percent in {10%, 15%, 20%, 25%}   "share of the earnings that is saved"
  }

  require {
    $200 <= bonus and bonus <= 2 * base  "a believable commission"
  }

  steps {
    bonus : money = sales * rate    "commission"
    income        = base + bonus    "income of last month"
    put : money   = income * saved  "amount saved last month"
    spent         = income - put    "amount spent last month"
  }

  story """
    {agent} sells {goods} and earns a basic salary of {base} a month.
    On top of the salary comes a commission of {rate} of the month's sales.
    Last month {agent.they} sold {goods} for {sales}.
    {agent.They} saved {saved} of the month's earnings and spent the rest.
  """
  ask spent "How much did {agent} spend last month?"

  mistakes {
    no_commission : income = base         "leaves out the commission"
    of_salary     : bonus  = base * rate  "takes the commission of the salary"
    saved_only    : spent  = put          "reports the amount saved"
  }

  vary {
    extend rent on spent {
      with rent : money in $400..$700 by $10  "amount spent on the rent"
      step other = spent - rent               "amount spent on things other than the rent"
      say "Of the money spent last month, {rent} went to the rent."
      ask "How much did {agent} spend on things other than the rent?"
    }
  }

  test "original numbers" {
    with base = $1250, rate = 10%, sales = $23600, saved = 20%
    expect income == $3610
    expect spent == $2888
  }
  test "any world" {
    always spent < income
  }
}
