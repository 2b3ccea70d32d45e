#pragma once
#include <string>
#include <string_view>

#include "base/process.hpp"
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

/// A JPEG in whose EXIF stands when it was taken: 12 March 2026, 08:05:30.
[[nodiscard]] inline std::string photograph()
{
    using std::string_literals::operator""s;
    auto drawn =
        MUST(run_child({.arguments = {"gm", "convert", "-size", "40x20", "xc:red", "jpeg:-"}}))
            .text;
    const auto tiff =
        "II*\0\x08\0\0\0"
        "\x01\0"
        "\x69\x87\x04\0\x01\0\0\0\x1A\0\0\0"
        "\0\0\0\0"
        "\x01\0"
        "\x03\x90\x02\0\x14\0\0\0\x2C\0\0\0"
        "\0\0\0\0"
        "2026:03:12 08:05:30\0"s;
    const auto length = static_cast<char>(tiff.size() + 8);
    drawn.insert(2, "\xFF\xE1\0"s + length + "Exif\0\0"s + tiff);
    return drawn;
}

}  // namespace caicach::evidence::testing
