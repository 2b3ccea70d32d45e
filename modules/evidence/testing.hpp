#pragma once
#include <string>
#include <string_view>

#include "base/process.hpp"
#include "evidence/told.hpp"
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

/// A module that counts dossiers: what it tells to reports.
inline void add_dossiers(Events& events)
{
    events.subscribe<ToldFiguresAsked>([](Context& /*context*/,
                                          database::Transaction& /*transaction*/,
                                          const ToldFiguresAsked& asked) -> Result<void> {
        asked.figures->push_back({.key = "dossier.share", .is_ratio = true});
        asked.figures->push_back({.key = "dossier.all"});
        return {};
    });
    events.subscribe<ToldAmountsAsked>([](Context& /*context*/,
                                          database::Transaction& /*transaction*/,
                                          const ToldAmountsAsked& asked) -> Result<void> {
        for (const auto& key : asked.keys) {
            if (key != "dossier.share") continue;
            asked.amounts->push_back(
                {.key = key,
                 .agency = asked.telling.agency.value_or(organisation::AgencyId{}),
                 .numerator = 9,
                 .denominator = 10});
        }
        return {};
    });
    events.subscribe<ToldLinesAsked>([](Context& /*context*/,
                                        database::Transaction& /*transaction*/,
                                        const ToldLinesAsked& asked) -> Result<void> {
        const auto from = asked.telling.window.from;
        for (const int days : {3, 1, 2}) {
            asked.lines->push_back({.section = LineSection::done,
                                    .text = "Đã số hóa hồ sơ",
                                    .day = from.plus_days(days)});
        }
        asked.lines->push_back({.section = LineSection::late, .text = "Hồ sơ chậm", .day = from});
        return {};
    });
    events.subscribe<ToldTablesAsked>([](Context& /*context*/,
                                         database::Transaction& /*transaction*/,
                                         const ToldTablesAsked& asked) -> Result<void> {
        asked.tables->push_back({.key = "dossier.late",
                                 .text = "Hồ sơ chậm",
                                 .columns = {{.key = "ho_so", .text = "Hồ sơ"}}});
        return {};
    });
    events.subscribe<ToldTableAsked>([](Context& /*context*/,
                                        database::Transaction& /*transaction*/,
                                        const ToldTableAsked& asked) -> Result<void> {
        if (asked.key != "dossier.late") return {};
        *asked.is_known = true;
        for (int i = 0; i < 9; ++i) asked.rows->push_back({"Hồ sơ số " + std::to_string(i)});
        return {};
    });
}

}  // namespace caicach::evidence::testing
