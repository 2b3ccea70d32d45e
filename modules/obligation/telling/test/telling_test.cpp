#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "obligation/board/test/watched.hpp"
#include "obligation/obstacle/obstacle_steps.hpp"
#include "obligation/target/test/targets.hpp"

namespace caicach::obligation
{
namespace
{

using evidence::LineSection;
using evidence::Telling;
using organisation::AgencyId;

/// Of the first quarter, on 15 March; of all agencies where none is named.
Telling first_quarter(Province& province, std::string_view agency = {})
{
    Telling telling{.window = {day(1, 1), day(3, 31)}, .today = province.context.today()};
    if (!agency.empty()) telling.agency = province.agency(agency);
    return telling;
}

/// "1 2 1/2": what was told of the keys, in their order; nothing of who is not told of.
std::string told(Province& province, const Telling& telling, const std::vector<std::string>& keys,
                 AgencyId agency)
{
    auto transaction = MUST(province.context.read());
    const auto amounts = MUST(evidence::told_amounts(province.context, transaction, telling, keys));
    std::string text;
    for (const auto& key : keys) {
        for (const auto& one : amounts) {
            if (one.key != key || one.agency != agency) continue;
            text += (text.empty() ? "" : " ") + std::to_string(one.numerator);
            if (one.denominator) text += "/" + std::to_string(*one.denominator);
        }
    }
    return text;
}

const std::vector<std::string>& own_keys()
{
    static const std::vector<std::string> keys{"obligation.owed", "obligation.in_time",
                                               "obligation.late", "obligation.overdue",
                                               "obligation.in_time_share"};
    return keys;
}

std::string told_of(Province& province, std::string_view agency)
{
    return told(province, first_quarter(province, agency), own_keys(), province.agency(agency));
}

std::vector<evidence::ToldLine> lines(Province& province, const Telling& telling,
                                      LineSection section, std::size_t limit = 50)
{
    auto transaction = MUST(province.context.read());
    const std::array sections{section};
    return MUST(evidence::told_lines(province.context, transaction, telling, sections, limit));
}

std::vector<evidence::ToldRow> rows(Province& province, const Telling& telling,
                                    std::string_view key, std::size_t limit = 50)
{
    auto transaction = MUST(province.context.read());
    return MUST(evidence::told_table(province.context, transaction, telling, key, limit));
}

/// SYT does January in time and February late; STP is excused from January and does nothing.
plan::PlanId begun(Province& province)
{
    const auto plan = two_agencies(province);
    const auto syt = province.agency("SYT");
    publish_article(province, syt, day(1, 5));
    const auto february = province.obligation(plan, syt, "2026-02");
    record(province, {.kind = article,
                      .agency = syt,
                      .happened_on = day(3, 1),
                      .title = "Bài tháng 2, đăng muộn",
                      .source_module = "obligation",
                      .source_object = february.id.value});
    excuse_month(province, plan, province.agency("STP"), "2026-01");
    return plan;
}

}  // namespace

TEST_CASE("reports are told how the work that was due went, of one agency and of all")
{
    in_province([](Province& province) {
        (void)begun(province);
        CHECK(told_of(province, "SYT") == "2 1 1 0 1/2");
        CHECK(told_of(province, "STP") == "1 0 0 1 0/1");
        CHECK(told_of(province, "SNV") == "0 0 0 0 0/0");
        const auto all = first_quarter(province);
        CHECK(told(province, all, own_keys(), province.agency("SYT")) == "2 1 1 0 1/2");
        CHECK(told(province, all, own_keys(), province.agency("STP")) == "1 0 0 1 0/1");
        auto january = first_quarter(province, "SYT");
        january.window.to = day(1, 31);
        CHECK(told(province, january, own_keys(), *january.agency) == "1 1 0 0 1/1");
        auto none = first_quarter(province, "SYT");
        none.window = {day(3, 15), day(3, 31)};
        CHECK(told(province, none, own_keys(), *none.agency) == "0 0 0 0 0/0");
    });
}

TEST_CASE("who coordinates plans is told of all agencies, and nobody else is")
{
    in_province([](Province& province) {
        (void)begun(province);
        const std::vector<std::string> keys{"obligation.watched_late_agencies",
                                            "obligation.watched_overdue",
                                            "obligation.watched_excused"};
        const auto of = [&](std::string_view agency) {
            return told(province, first_quarter(province, agency), keys, province.agency(agency));
        };
        CHECK(of("SNV") == "1 1 1");
        CHECK(of("SYT") == "0 0 0");
        CHECK(told(province, first_quarter(province), keys, province.agency("SNV")) == "1 1 1");
        const auto late = rows(province, first_quarter(province, "SNV"), "obligation.watched_late");
        REQUIRE(late.size() == 1);
        CHECK(late[0][0] == "Sở Tư pháp");
        CHECK(late[0][2] == "28/02/2026");
        CHECK(late[0][3] == "15");
        CHECK(rows(province, first_quarter(province, "SYT"), "obligation.watched_late").empty());
        CHECK(rows(province, first_quarter(province), "obligation.late").size() == 1);
    });
}

TEST_CASE("who came after an agency tells of what that one owed")
{
    in_province([](Province& province) {
        (void)begun(province);
        const auto ended = province.agency("STP");
        merge(province, "SYT", "STP", day(3, 10));
        CHECK(told_of(province, "SYT") == "3 1 1 1 1/3");
        CHECK(told(province, first_quarter(province), own_keys(), province.agency("SYT")) ==
              "3 1 1 1 1/3");
        CHECK(told(province, first_quarter(province), own_keys(), ended).empty());
        const auto late = lines(province, first_quarter(province, "SYT"), LineSection::late);
        REQUIRE(late.size() == 2);
        CHECK(rows(province, first_quarter(province, "SYT"), "obligation.late").size() == 2);
    });
}

TEST_CASE("the text of a report is drawn from what was done, is late, and comes next")
{
    in_province([](Province& province) {
        (void)begun(province);
        const auto quarter = first_quarter(province, "SYT");
        const auto done = lines(province, quarter, LineSection::done);
        REQUIRE(done.size() == 2);
        CHECK(done[0].text == "II.1. Đăng tin, bài cải cách hành chính (Tháng 1/2026)");
        CHECK(done[0].day == day(1, 5));
        CHECK(done[0].note == "Hoàn thành đúng hạn, ngày 05/01/2026");
        CHECK(done[0].path.starts_with("/viec/"));
        CHECK(done[1].note == "Hoàn thành muộn, ngày 01/03/2026, sau hạn 1 ngày");
        CHECK(lines(province, quarter, LineSection::done, 1).size() == 1);
        CHECK(lines(province, quarter, LineSection::late).size() == 1);
        const auto late = lines(province, first_quarter(province, "STP"), LineSection::late);
        REQUIRE(late.size() == 1);
        CHECK(late[0].note == "Quá hạn 15 ngày");
        CHECK(late[0].area == "procedures");
        const auto next = lines(province, quarter, LineSection::next);
        REQUIRE(next.size() == 2);
        CHECK(next[0].note == "Hạn 30/04/2026");
        const auto owed = rows(province, quarter, "obligation.next");
        REQUIRE(owed.size() == 2);
        CHECK(owed[0][1] == "1 tin, bài");
        CHECK(rows(province, quarter, "obligation.next", 1).size() == 1);
        CHECK(lines(province, first_quarter(province), LineSection::done).empty());
    });
}

TEST_CASE("obstacles are told while they are open, and those that were raised in the days")
{
    in_province([](Province& province) {
        const auto plan = begun(province);
        const auto owed = province.obligation(plan, province.agency("STP"), "2026-02");
        auto transaction = MUST(province.context.begin());
        const auto obstacle = MUST(raise_obstacle(
            province.context, transaction, owed,
            {.kind = "money", .problem = "Chưa có kinh phí", .wish = "Bố trí trước ngày 30/4"},
            {}));
        MUST(transaction.commit());
        const std::vector<std::string> keys{"obligation.obstacles_open"};
        auto quarter = first_quarter(province, "STP");
        CHECK(told(province, quarter, keys, *quarter.agency) == "1");
        auto before = quarter;
        before.window.to = day(3, 14);
        CHECK(told(province, before, keys, *before.agency) == "0");
        CHECK(lines(province, before, LineSection::obstacle).empty());
        auto raised = lines(province, quarter, LineSection::obstacle);
        REQUIRE(raised.size() == 1);
        CHECK(raised[0].note == "Bố trí trước ngày 30/4");
        CHECK(raised[0].day == day(3, 15));
        auto later = quarter;
        later.window = {day(4, 1), day(6, 30)};
        CHECK(lines(province, later, LineSection::obstacle).size() == 1);
        transaction = MUST(province.context.begin());
        MUST(close_obstacle(province.context, transaction, obstacle, "Đã có kinh phí"));
        MUST(transaction.commit());
        CHECK(told(province, quarter, keys, *quarter.agency) == "0");
        CHECK(lines(province, quarter, LineSection::obstacle).size() == 1);
        CHECK(lines(province, later, LineSection::obstacle).empty());
        CHECK(told(province, first_quarter(province), keys, *quarter.agency) == "0");
    });
}

TEST_CASE("targets are told with what is asked and what is known, of an agency and of all")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(
            province, plan, "SYT",
            {.amounts = pair(900, 1000), .as_of = day(3, 10), .source = "Cổng dịch vụ công"}));
        const auto own = rows(province, first_quarter(province, "SYT"), "obligation.targets");
        REQUIRE(own.size() == 1);
        CHECK(own[0][0] == "I.1. Tối thiểu 85% hồ sơ nộp trực tuyến");
        CHECK(own[0][2] == "900 / 1.000 = 90%");
        CHECK(own[0][4] == "10/03/2026");
        const auto whole = rows(province, first_quarter(province), "obligation.targets");
        REQUIRE(whole.size() == 1);
        CHECK(whole[0].size() == own[0].size());
        const auto target = lines(province, first_quarter(province, "SYT"), LineSection::target);
        REQUIRE(target.size() == 1);
        CHECK(target[0].note.starts_with("900 / 1.000 = 90% ("));
        auto earlier = first_quarter(province, "SYT");
        earlier.window = {*Date::create(2025, 1, 1), *Date::create(2025, 3, 31)};
        CHECK(rows(province, earlier, "obligation.targets").empty());
    });
}

TEST_CASE("each told table has a cell for each of its columns, and figures are named once")
{
    in_province([](Province& province) {
        (void)begun(province);
        auto transaction = MUST(province.context.read());
        for (const auto& table : MUST(evidence::told_tables(province.context, transaction))) {
            CAPTURE(table.key);
            for (const auto* agency : {"SYT", "SNV"}) {
                for (const auto& row : rows(province, first_quarter(province, agency), table.key))
                    CHECK(row.size() == table.columns.size());
            }
        }
        auto figures = MUST(evidence::told_figures(province.context, transaction));
        CHECK(figures.size() == 9);
        std::ranges::sort(figures, {}, &evidence::ToldFigure::key);
        CHECK(std::ranges::adjacent_find(figures, {}, &evidence::ToldFigure::key) == figures.end());
        CHECK(std::ranges::count(figures, true, &evidence::ToldFigure::is_ratio) == 1);
    });
}

}  // namespace caicach::obligation
