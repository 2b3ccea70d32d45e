#pragma once
#include <string_view>

#include "evidence/typed_fact.hpp"

/// For tests of this module and of those below it. Each ends the test where it fails.
namespace caicach::evidence::testing
{

/// An article that somebody typed in for the agency of that code, on the day of the test.
[[nodiscard]] inline RecordedFact typed_fact(Context& context, std::string_view agency_code,
                                             std::string_view product = "article")
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    const auto id = MUST(type_in(context, transaction, agency.id, product,
                                 {.title = "Ba cách nộp hồ sơ",
                                  .happened_on = context.today(),
                                  .quantity = 2,
                                  .link = "https://songlam.example/ba-cach"}));
    auto fact = MUST(fact_by_id(transaction, id));
    MUST(transaction.commit());
    return fact;
}

}  // namespace caicach::evidence::testing
