#include <doctest/doctest.h>

#include <optional>
#include <vector>

#include "evidence/api.hpp"
#include "report/filling/filled.hpp"
#include "report/test/room.hpp"

namespace caicach::report
{

TEST_CASE("how work went is asked as of today, of work up to the last day of the data")
{
    in_room([](Room& room) {
        std::vector<evidence::Telling> asked;
        room.desk.events.subscribe<evidence::ToldFiguresAsked>(
            [](Context& /*context*/, database::Transaction& /*transaction*/,
               const evidence::ToldFiguresAsked& event) -> Result<void> {
                event.figures->push_back({.key = "thu.cham", .text = "Việc chậm", .unit = "việc"});
                return {};
            });
        room.desk.events.subscribe<evidence::ToldAmountsAsked>(
            [&](Context& /*context*/, database::Transaction& /*transaction*/,
                const evidence::ToldAmountsAsked& event) -> Result<void> {
                asked.push_back(event.telling);
                return {};
            });
        auto form = testing::sample_form();
        form.sections[0].parts.emplace_back(Indicator{.key = "cham",
                                                      .text = "Việc chậm",
                                                      .unit = "việc",
                                                      .source = Source::computed,
                                                      .figure = "thu.cham"});
        const auto opened = MUST(room.open(room.in_force(form)));
        const auto report = room.report(opened.period.id, "SYT");
        // Work that is due on the last day is neither late nor in time before that day is over.
        const auto today = report.due_on;
        REQUIRE(today > opened.period.data.to);
        room.desk.clock.set_today(today);
        auto transaction = MUST(room.context.read());
        const auto filled = MUST(filled_of(room.context, transaction, report));
        REQUIRE(asked.size() == 1);
        CHECK(asked[0].today == today);
        CHECK(asked[0].window.to == opened.period.data.to);
        CHECK(filled.indicator("cham")->computed->is_told);
    });
}

}  // namespace caicach::report
