#include "report/checks.hpp"

#include "report/flow/test/flow_desk.hpp"

namespace caicach::report
{
namespace
{

void change(Room& room, std::string_view statement)
{
    auto transaction = MUST(room.context.begin());
    MUST(transaction.script(statement));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("the numbers that stand are asked against the submissions, and taken from them again")
{
    in_room([](Room& room) {
        const Desk desk{room};
        desk.fill("ho_so", "12");
        MUST(desk.send());
        CHECK(MUST(check_values(room.context)).empty());
        const auto before = desk.values();
        change(room, "UPDATE report_value SET numerator = numerator + 1 WHERE indicator = 'ho_so'");
        const auto problems = MUST(check_values(room.context));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].find(desk.code) != std::string::npos);
        const auto repair = [&] {
            auto transaction = MUST(room.context.begin());
            MUST(take_values_anew(room.context, transaction));
            MUST(transaction.commit());
        };
        repair();
        CHECK(MUST(check_values(room.context)).empty());
        CHECK(desk.values() == before);
        MUST(desk.return_it("Thiếu lời văn"));
        change(
            room,
            "INSERT INTO report_value (report_id, indicator, period_id, collector_id, agency_id, "
            "submission_id, numerator) SELECT id, 'ho_so', period_id, collector_id, agency_id, "
            "submission_id, 1 FROM report_report WHERE submission_id <> 0");
        CHECK(MUST(check_values(room.context)).size() == 1);
        repair();
        CHECK(MUST(check_values(room.context)).empty());
        CHECK(desk.values().empty());
    });
}

TEST_CASE("a submission that was changed past the program is named, and so is a broken chain")
{
    in_room([](Room& room) {
        const Desk desk{room};
        MUST(desk.send());
        MUST(desk.return_it("Thiếu lời văn"));
        MUST(desk.send());
        CHECK(MUST(check_snapshots(room.context)).empty());
        const auto all = desk.submissions();
        const bool is_postgres = MUST(room.context.read()).is_postgres();
        change(room, is_postgres ? "ALTER TABLE report_submission DISABLE TRIGGER USER"
                                 : "DROP TRIGGER report_submission_no_update; DROP TRIGGER "
                                   "report_submission_no_delete");
        change(room,
               "UPDATE report_submission SET content = replace(content, 'SYT', 'SXD') "
               "WHERE number = 2");
        auto problems = MUST(check_snapshots(room.context));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].find(all[0].code) != std::string::npos);
        CHECK(problems[0].find("SHA-256") != std::string::npos);
        change(room,
               "UPDATE report_submission SET content = replace(content, 'SXD', 'SYT') "
               "WHERE number = 2");
        CHECK(MUST(check_snapshots(room.context)).empty());
        change(room, "DELETE FROM report_submission WHERE number = 1");
        problems = MUST(check_snapshots(room.context));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].find("lần gửi ngay trước") != std::string::npos);
    });
}

}  // namespace caicach::report
