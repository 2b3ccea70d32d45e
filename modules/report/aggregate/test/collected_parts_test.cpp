#include "report/aggregate/collected_parts.hpp"

#include "report/aggregate/test/collected_period.hpp"
#include "report/aggregate/value_reader.hpp"

namespace caicach::report
{
namespace
{

std::vector<CollectedPart> parts(const CollectingRoom& at, std::string_view key)
{
    auto transaction = MUST(at.room.context.read());
    return MUST(collected_part(transaction, at.period, at.room.agency("SNV"), key));
}

void add_row_of(const CollectingRoom& at, std::string_view agency, std::string_view name)
{
    MUST(at.steps.take(at.code(agency),
                       [&](database::Transaction& transaction, Report& held) -> Result<void> {
                           TRY(add_row(at.room.context, transaction, held, "mo_hinh"));
                           return {};
                       }));
    at.fill(agency, {{"mo_hinh/ten", 1, std::string{name}}, {"mo_hinh/so", 1, "2"}});
}

}  // namespace

TEST_CASE("texts and rows are gathered as they were sent, with whose they are")
{
    in_room([](Room& room) {
        const CollectingRoom at{room};
        const auto all = collected_parts_of(at.form.definition);
        REQUIRE(all.size() == 2);
        CHECK(key_of(*all[0]) == "vuong_mac");
        CHECK(key_of(*all[1]) == "mo_hinh");
        at.fill("SYT", {{"vuong_mac", 0, "Thiếu máy quét."}});
        add_row_of(at, "SYT", "Trạm y tế số");
        at.fill("STC", {{"vuong_mac", 0, "Chưa gửi."}});
        CHECK(parts(at, "vuong_mac").empty());
        MUST(at.steps.send(at.code("SYT")));
        MUST(at.steps.send(at.code("STP")));
        const auto texts = parts(at, "vuong_mac");
        REQUIRE(texts.size() == 1);
        CHECK(texts[0].agency == room.agency("SYT"));
        CHECK(texts[0].text == "Thiếu máy quét.");
        const auto rows = parts(at, "mo_hinh");
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].rows[0].cells == std::vector<std::string>{"Trạm y tế số", "2"});
        MUST(at.steps.return_it(at.code("SYT")));
        CHECK(parts(at, "vuong_mac").empty());
    });
}

TEST_CASE("a text goes behind what is there, under the name of its agency, and once")
{
    CHECK(with_text_of("", "Sở Y tế", "Thiếu máy.") == "Sở Y tế: Thiếu máy.");
    const auto both = with_text_of("Chung: khó.", "Sở Y tế", "Thiếu máy.");
    CHECK(both == "Chung: khó.\n\nSở Y tế: Thiếu máy.");
    CHECK(with_text_of(both, "Sở Y tế", "Thiếu máy.") == both);
}

TEST_CASE("every number that stands is read once, in pieces, with whose it is")
{
    in_room([](Room& room) {
        const CollectingRoom at{room};
        at.fill("SYT", {{"ho_so", 0, "100"}, {"ty_le", 0, "1"}, {"ty_le/mau", 0, "2"}});
        at.fill("STC", {{"ho_so", 0, "300"}});
        MUST(at.steps.send(at.code("SYT")));
        MUST(at.steps.send(at.code("STC")));
        auto empty = at.period;
        empty.id = make_id<PeriodId>();
        ValueReader reader{*room.context.services().database,
                           {.collector = room.agency("SNV"), .periods = {empty, at.period}}};
        std::vector<std::string> lines;
        bool goes_on = true;
        int pieces = 0;
        while (goes_on) {
            goes_on = MUST(reader.read([&](const ReadValue& value) -> Result<void> {
                lines.push_back(value.reporter.code + " " + std::string{value.key} + " " +
                                canonical(value.sent.numerator));
                CHECK(value.indicator->key == value.key);
                CHECK(value.reporter.name.starts_with("Sở "));
                CHECK_FALSE(value.reporter.receipt.empty());
                return {};
            }));
            ++pieces;
        }
        CHECK(pieces == 2);
        std::ranges::sort(lines);
        CHECK(std::ranges::adjacent_find(lines) == lines.end());
        for (const auto* line : {"STC ho_so 300", "SYT ho_so 100", "SYT ty_le 1"})
            CHECK(std::ranges::find(lines, line) != lines.end());
    });
}

}  // namespace caicach::report
