#include "obligation/board/board.hpp"

#include <variant>

#include "obligation/board/excusing.hpp"
#include "obligation/board/late_list.hpp"
#include "obligation/board/late_standing.hpp"
#include "obligation/board/matrix_views.hpp"
#include "obligation/board/public_content.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/board/test/watched.hpp"

namespace caicach::obligation
{
namespace
{

TaskList list(Province& province, plan::PlanId plan, BoardFilter filter, int limit = 100)
{
    const auto seen = watched(province, plan, std::move(filter));
    auto transaction = MUST(province.context.read());
    return MUST(listed_tasks(transaction, seen, {}, limit));
}

LateList late(Province& province, plan::PlanId plan)
{
    auto seen = watched(province, plan);
    auto transaction = MUST(province.context.read());
    return MUST(late_list_of(transaction, std::move(seen)));
}

/// How many works stand in the list that a number leads to: "/theo-doi/{plan}/viec?…".
std::size_t opened(Province& province, const std::string& path)
{
    http::RequestParts parts;
    parts.target = path;
    const auto request = MUST(http::Request::create(std::move(parts)));
    const auto code = path.substr(10, path.find('/', 10) - 10);
    auto transaction = MUST(province.context.read());
    Watched watched{.filter = board_filter_of(request), .today = province.context.today()};
    CHECK(watched.filter.query() == path.substr(path.find('?')));
    watched.plan = MUST(plan::summary_of(transaction, code));
    return MUST(listed_tasks(transaction, watched, {}, 1000)).tasks.size();
}

/// All cells that count something lead to a list of as many works.
void check_paths(Province& province, const BoardTable& table)
{
    for (const auto& row : table.rows) {
        for (std::size_t i = 1; i < row.size(); ++i) {
            const auto& cell = row[i];
            if (!cell.number || *cell.number == 0 || cell.bar) continue;
            CAPTURE(row[0].text);
            CAPTURE(table.columns[i].name);
            CAPTURE(cell.path);
            REQUIRE(!cell.path.empty());
            CHECK(static_cast<double>(opened(province, cell.path)) == *cell.number);
        }
    }
}

}  // namespace

TEST_CASE("a share has what is overdue below its line, and excused work nowhere")
{
    CHECK_FALSE(Sums{}.percent());
    CHECK(percent_text({}) == "–");
    const Sums sums{.owed = 5, .in_time = 2, .late = 1, .overdue = 1, .excused = 1};
    CHECK(sums.asked() == 4);
    CHECK(percent_text(sums) == "50,0%");
    CHECK(matrix_text(sums) == "3/4");
    CHECK(matrix_text({.owed = 1, .excused = 1}) == "miễn");
    CHECK(matrix_text({}).empty());
}

TEST_CASE("a board adds up what was due before today, by agency, month and item")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        const auto syt = province.agency("SYT");
        const auto stp = province.agency("STP");
        publish_article(province, syt, day(1, 20));
        publish_article(province, syt, day(3, 2));
        excuse_month(province, plan, stp, "2026-01");
        const auto seen = board(province, plan);
        // March is done before its day: it runs, and is in no share yet.
        const Sums of_syt{
            .owed = 2, .in_time = 1, .overdue = 1, .running = {.asked = 1, .done = 1}};
        CHECK(sums_of(seen.months, syt) == of_syt);
        CHECK(sums_of(seen.months, stp) ==
              Sums{.owed = 2, .overdue = 1, .excused = 1, .running = {.asked = 1}});
        CHECK(months_in(seen.months) == std::vector<std::string>{"2026-01", "2026-02", "2026-03"});
        CHECK(sums_of_month(seen.months, "2026-02").overdue == 2);
        REQUIRE(seen.works.size() == 2);
        const auto item = sums_of_item(seen.items, seen.works[0].lineage);
        CHECK(item.sums == of_syt);
        CHECK(item.whole == 12);
        CHECK(item.ahead == 1);
        CHECK(matrix_text(item.of_whole_plan()) == "2/12");
        CHECK(seen.agencies.size() == 2);
        province.check_everything();
    });
}

TEST_CASE("all tables of a board speak of the same works, whatever was done or excused early")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        const auto syt = province.agency("SYT");
        const auto stp = province.agency("STP");
        publish_article(province, syt, day(1, 20));
        publish_article(province, syt, day(3, 2));
        excuse_month(province, plan, syt, "2026-04");
        excuse_month(province, plan, stp, "2026-01");
        excuse_month(province, plan, stp, "2026-05");
        publish_article(province, stp, day(3, 3));
        for (const auto today : {day(3, 15), day(3, 31), day(4, 1), day(5, 31), day(6, 1)}) {
            CAPTURE(today.iso());
            province.desk.clock.set_today(today);
            const auto seen = board(province, plan);
            for (const auto& agency : seen.agencies) {
                Sums by_item;
                for (const auto& entry : seen.items)
                    if (entry.agency == agency.id) by_item += entry.sums;
                CHECK(by_item == sums_of(seen.months, agency.id));
            }
            auto transaction = MUST(province.context.read());
            CHECK(MUST(sums_of(transaction, plan, today)) == sums_of(seen.months));
            const auto days = MUST(sums_by_day(transaction, plan));
            CHECK(sums_of(days, today) == sums_of(seen.months));
            CHECK(sums_of(months_of(days, today)) == sums_of(seen.months));
        }
    });
}

TEST_CASE("what is missing in the running month is seen before its day, and listed")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        publish_article(province, province.agency("SYT"), day(3, 2));
        const auto soon = list(province, plan, {.among = Among::due_soon});
        REQUIRE(soon.tasks.size() == 1);
        CHECK(soon.tasks[0].agency == "Sở Tư pháp");
        CHECK(list(province, plan, {.among = Among::due_soon, .agency = "SYT"}).tasks.empty());
        CHECK(list(province, plan, {.among = Among::due_soon, .month = "2026-04"}).tasks.empty());
        const auto missing = board(province, plan, {.among = Among::due_soon});
        REQUIRE(missing.agencies.size() == 1);
        CHECK(missing.agencies[0].code == "STP");
        excuse_month(province, plan, province.agency("STP"), "2026-03");
        CHECK(list(province, plan, {.among = Among::due_soon}).tasks.empty());
        province.desk.clock.set_today(day(4, 1));
        CHECK(list(province, plan, {.among = Among::due_soon}).tasks.size() == 2);
    });
}

TEST_CASE("each number of each table opens a list of as many works")
{
    in_province([](Province& province) {
        province.desk.clock.set_today(*Date::create(2025, 3, 15));
        year_before_of(province);
        publish_article(province, province.agency("SYT"), *Date::create(2025, 1, 20));
        province.desk.clock.set_today(day(3, 15));
        const auto plan = two_agencies(province);
        publish_article(province, province.agency("SYT"), day(1, 20));
        publish_article(province, province.agency("SYT"), day(3, 2));
        excuse_month(province, plan, province.agency("STP"), "2026-01");
        for (const auto& filter : {BoardFilter{}, BoardFilter{.kind = "department"}}) {
            const auto seen = board_of_years(province, plan, filter);
            for (const auto& table :
                 {agencies_table(seen), months_table(seen), areas_table(seen), items_table(seen),
                  agency_months_table(seen), agency_items_table(seen), years_table(seen)}) {
                CAPTURE(table.title);
                check_paths(province, table);
            }
        }
        CHECK(board_of_years(province, plan).before);
    });
}

TEST_CASE("what is done late is late, and the sums by item follow each fact back")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        const auto syt = province.agency("SYT");
        const auto january = province.obligation(plan, syt, "2026-01");
        const auto fact = record(province, {.kind = article,
                                            .agency = syt,
                                            .happened_on = day(3, 1),
                                            .title = "Bài tháng 1, đăng muộn",
                                            .source_module = "obligation",
                                            .source_object = january.id.value});
        CHECK(sums_of(board(province, plan).months, syt).late == 1);
        province.check_everything();
        record(province, {.kind = article,
                          .agency = syt,
                          .happened_on = day(3, 1),
                          .quantity = 0,
                          .title = "Ghi nhầm",
                          .supersedes = fact});
        CHECK(sums_of(board(province, plan).months, syt) ==
              Sums{.owed = 2, .overdue = 2, .running = {.asked = 1}});
        province.check_everything();
    });
}

TEST_CASE("requested work is in no sum and on no list of the late")
{
    in_province([](Province& province) {
        auto item = monthly_articles(province.context, "SYT", 1);
        item.requested = true;
        const auto plan = put_in_force(province, {item});
        const auto seen = board(province, plan);
        CHECK(seen.agencies.empty());
        CHECK(seen.works.empty());
        CHECK(late(province, plan).agencies.empty());
        CHECK(list(province, plan, {}).tasks.size() == 12);
        CHECK(list(province, plan, {.state = State::closed}).tasks.empty());
    });
}

TEST_CASE("a board is narrowed by kind of agency, field of reform and state")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        publish_article(province, province.agency("SYT"), day(1, 20));
        publish_article(province, province.agency("SYT"), day(2, 20));
        CHECK(board(province, plan, {.kind = "department"}).agencies.size() == 2);
        CHECK(board(province, plan, {.kind = "school"}).agencies.empty());
        const auto behind = board(province, plan, {.state = State::overdue});
        REQUIRE(behind.agencies.size() == 1);
        CHECK(behind.agencies[0].code == "STP");
        const auto procedures = board(province, plan, {.area = "procedures"});
        REQUIRE(procedures.works.size() == 1);
        CHECK(procedures.works[0].path == "II.2");
        CHECK(board(province, plan, {.area = std::string{no_area}}).works.size() == 1);
    });
}

TEST_CASE("a list has what its number counts, page by page")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        publish_article(province, province.agency("SYT"), day(1, 20));
        CHECK(list(province, plan, {.state = State::overdue}).tasks.size() == 3);
        CHECK(list(province, plan, {.agency = "SYT", .due = Due::past}).tasks.size() == 2);
        CHECK(list(province, plan, {.agency = "STP", .month = "2026-02"}).tasks.size() == 1);
        CHECK(list(province, plan, {.area = "procedures"}).tasks.size() == 12);
        CHECK(list(province, plan, {.kind = "department"}).tasks.size() == 24);
        CHECK(list(province, plan, {.kind = "school"}).tasks.empty());
        const auto code = plan::item_code(board(province, plan).works.at(0).lineage.value);
        CHECK(list(province, plan, {.agency = "SYT", .item = code}).tasks.size() == 12);
        CHECK(list(province, plan, {.agency = "STP", .item = code}).tasks.empty());
        const auto first = list(province, plan, {}, 10);
        CHECK(first.goes_on);
        CHECK(first.tasks.size() == 10);
        const auto& last = first.tasks.back().task;
        const auto seen = watched(province, plan);
        auto transaction = MUST(province.context.read());
        const TaskPlace after{.due_on = last.obligation.due_on, .id = last.obligation.id};
        const auto rest = MUST(listed_tasks(transaction, seen, after, 100));
        CHECK(rest.tasks.size() == 14);
        CHECK_FALSE(rest.goes_on);
    });
}

TEST_CASE("the list of the late names who is overdue and for how long, and leaves out the excused")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        publish_article(province, province.agency("SYT"), day(1, 20));
        excuse_month(province, plan, province.agency("STP"), "2026-01");
        const auto found = late(province, plan);
        REQUIRE(found.agencies.size() == 2);
        CHECK(found.overdue == 2);
        CHECK(found.excused == 1);
        CHECK(found.agencies[0].overdue.size() == 1);
        // From 28 February to 15 March.
        CHECK(days_late(found.agencies[0].overdue[0].obligation, day(3, 15)) == 15);
        CHECK(late_tasks_table(found).rows.size() == 2);
        const Sender sender{
            .head = {.parent = "UBND tỉnh Sông Lam", .issuer = "Sở Nội vụ", .mark = "SNV"}};
        const auto notice = late_notice(found, sender);
        CHECK(notice.number == "/TB-SNV");
        const auto& table = std::get<document::OfficialTable>(notice.body.at(1));
        REQUIRE(table.rows.size() == 2);
        CHECK(table.rows[0].cells == std::vector<std::string>{"1", "Sở Tư pháp", "1", "15", "0"});
        const auto& words = std::get<document::OfficialParagraph>(notice.body.at(3));
        CHECK(words.runs.at(0).text.find("1 việc đã được miễn") != std::string::npos);
        CHECK(notice.annexes.size() == 1);
        CHECK(document::write_docx(notice).has_value());
    });
}

TEST_CASE("who is late stands with counts of all, and since when; who has most stands first")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        auto seen = watched(province, plan);
        const auto standings = [&] {
            auto transaction = MUST(province.context.read());
            return MUST(late_standings(transaction, seen));
        };
        REQUIRE(standings().size() == 2);
        publish_article(province, province.agency("STP"), day(1, 20));
        auto found = standings();
        REQUIRE(found.size() == 2);
        CHECK(found[0].agency.code == "SYT");
        CHECK(found[0].overdue == 2);
        CHECK(found[0].oldest == day(1, 31));
        CHECK(found[1].overdue == 1);
        CHECK(found[1].oldest == day(2, 28));
        excuse_month(province, plan, province.agency("STP"), "2026-02");
        CHECK(standings().size() == 1);
        CHECK(waits_for_nudge(found[0], day(3, 15)));
        found[0].nudged_on = day(3, 15);
        CHECK_FALSE(waits_for_nudge(found[0], day(3, 15)));
        CHECK(waits_for_nudge(found[0], day(3, 16)));
        CHECK_FALSE(waits_for_nudge({}, day(3, 15)));
        seen.today = day(1, 31);
        CHECK(standings().empty());
    });
}

TEST_CASE("a list says which work was done in time and told after its day, and nothing of others")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        const auto health = province.agency("SYT");
        const auto justice = province.agency("STP");
        const auto told_late = [&] {
            std::vector<std::string> told;
            for (const auto& one : list(province, plan, {}).tasks)
                if (one.is_told_late) told.push_back(one.agency + " " + one.task.obligation.period);
            std::ranges::sort(told);
            return told;
        };
        province.desk.clock.set_today(day(1, 31));
        const auto in_time = publish_article(province, health, day(1, 20));
        CHECK(told_late().empty());
        province.desk.clock.set_today(day(3, 15));
        publish_article(province, health, day(2, 20));   // told in March
        publish_article(province, justice, day(2, 10));  // for February; January is late
        publish_article(province, justice, day(3, 10));
        CHECK(told_late() == std::vector<std::string>{"Sở Tư pháp 2026-02", "Sở Y tế 2026-02"});
        auto corrected = evidence::Fact{.kind = article,
                                        .agency = health,
                                        .happened_on = day(1, 21),
                                        .title = "Một cửa ở xã, sửa ngày",
                                        .supersedes = in_time};
        record(province, corrected);
        CHECK(told_late().size() == 2);
        auto transaction = MUST(province.context.read());
        const auto listed = MUST(listed_tasks(transaction, watched(province, plan), {}, 1000));
        const auto table = tasks_table(listed.tasks, province.context.today());
        const auto marked = std::ranges::count_if(
            table.rows, [](const auto& row) { return row.back().text.ends_with(", báo sau hạn"); });
        CHECK(marked == 2);
    });
}

TEST_CASE("what everyone may see of an item counts its agencies")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        publish_article(province, province.agency("SYT"), day(1, 20));
        publish_article(province, province.agency("SYT"), day(2, 20));
        const auto seen = board(province, plan);
        const auto items = public_items(seen.works, seen.items);
        REQUIRE(items.size() == 2);
        CHECK(items[0].agencies == 1);
        CHECK(items[0].in_time == 1);
        CHECK(items[1].overdue == 1);
    });
}

TEST_CASE("one reason excuses what is owed still of a list, and only what was looked at")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        publish_article(province, province.agency("SYT"), day(1, 20));
        const auto seen = watched(province, plan, {.agency = "SYT", .due = Due::past});
        std::string looked_at;
        {
            auto transaction = MUST(province.context.read());
            const auto found = MUST(excusable_in(transaction, seen));
            CHECK(found.tasks.size() == 1);
            looked_at = found.seen();
        }
        {
            auto transaction = MUST(province.context.begin());
            const auto refused = excuse_all(province.context, transaction, seen,
                                            {.seen = "khac", .reason = "Trang đang sửa"});
            REQUIRE_FALSE(refused);
            CHECK(refused.error().key == "obligation.excusing.changed");
        }
        CHECK(list(province, plan, {.state = State::excused}).tasks.empty());
        {
            auto transaction = MUST(province.context.begin());
            CHECK(MUST(excuse_all(province.context, transaction, seen,
                                  {.seen = looked_at, .reason = "Trang đang sửa"})) == 1);
            const auto again = excuse_all(province.context, transaction, seen,
                                          {.seen = looked_at, .reason = "Trang đang sửa"});
            CHECK_FALSE(again);
            MUST(transaction.commit());
        }
        const auto excused = list(province, plan, {.state = State::excused});
        REQUIRE(excused.tasks.size() == 1);
        CHECK(excused.tasks[0].task.obligation.closing_reason == "Trang đang sửa");
        province.check_everything();
    });
}

}  // namespace caicach::obligation
