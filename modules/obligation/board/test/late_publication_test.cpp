#include "obligation/board/late_publication.hpp"

#include <variant>

#include "obligation/board/late_list.hpp"
#include "obligation/board/test/watched.hpp"

namespace caicach::obligation
{

TEST_CASE("the list of the late and its letters keep to a month, an agency or a field")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        publish_article(province, province.agency("SYT"), day(1, 20));
        auto seen = watched(province, plan, {.month = "2026-01"});
        auto transaction = MUST(province.context.read());
        const auto january = MUST(late_list_of(transaction, seen));
        CHECK(january.overdue == 1);
        REQUIRE(january.agencies.size() == 1);
        CHECK(january.agencies[0].agency.code == "STP");
        seen.filter = {.agency = "SYT"};
        CHECK(MUST(late_list_of(transaction, seen)).overdue == 1);
        seen.filter = {.area = "procedures"};
        CHECK(MUST(late_list_of(transaction, seen)).overdue == 2);
        const Sender sender{
            .head = {.parent = "UBND tỉnh Sông Lam", .issuer = "Sở Nội vụ", .mark = "SNV"}};
        const auto report = late_report(january, sender);
        CHECK(report.kind == "Báo cáo");
        CHECK(report.number == "/BC-SNV");
        CHECK(report.addressees == std::vector<std::string>{"UBND tỉnh Sông Lam"});
        const auto& words = std::get<document::OfficialParagraph>(report.body.at(0));
        CHECK(words.runs.at(0).text.find("có hạn trong tháng 1/2026") != std::string::npos);
        CHECK(report.annexes.at(0).note.find("Báo cáo số") != std::string::npos);
        CHECK(document::write_docx(report).has_value());
    });
}

TEST_CASE("a month's list of late agencies is published as it was seen, and stays as it was")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        const auto month_now = [&](std::string_view month) {
            auto transaction = MUST(province.context.read());
            return MUST(
                late_month_of(transaction, watched(province, plan, {.month = std::string{month}})));
        };
        const auto publish = [&](const LateMonth& month, const NewLatePublication& wanted) {
            auto transaction = MUST(province.context.begin());
            auto done = publish_late(province.context, transaction, month, wanted);
            if (done) MUST(transaction.commit());
            return done ? std::string{} : done.error().key;
        };
        const auto shown = [&] {
            auto transaction = MUST(province.context.read());
            return MUST(shown_late_publications(transaction, plan, province.context.today()));
        };
        CHECK(month_now("").watched.filter.month == "2026-02");
        const auto january = month_now("2026-01");
        REQUIRE(january.agencies.size() == 2);
        CHECK(publish(month_now("2026-03"), {}) == "obligation.late_month.not_over");
        CHECK(publish(month_now("2025-12"), {}) == "obligation.late_month.none");
        CHECK(publish(january, {.seen = "khác", .days = 30}) == "obligation.late_month.changed");
        CHECK(publish(january, {.seen = january.seen(), .days = 31}) ==
              "obligation.late_month.days");
        CHECK(shown().empty());
        CHECK(publish(january, {.seen = january.seen(), .days = 30}).empty());
        excuse_month(province, plan, province.agency("SYT"), "2026-01");
        REQUIRE(shown().size() == 1);
        CHECK(shown()[0].agencies.size() == 2);  // frozen
        CHECK(shown()[0].as_of == day(3, 14));
        const auto again = month_now("2026-01");
        CHECK(again.seen() != january.seen());
        CHECK(publish(again, {.seen = again.seen(), .days = 90}) ==
              "obligation.late_month.note_missing");
        CHECK(publish(again, {.seen = again.seen(), .days = 90, .note = "Sở Y tế được miễn"})
                  .empty());
        REQUIRE(shown().size() == 1);
        CHECK(shown()[0].agencies.size() == 1);
        CHECK(shown()[0].note == "Sở Y tế được miễn");
        province.desk.clock.set_today(day(6, 13));
        CHECK(shown().size() == 1);
        province.desk.clock.set_today(day(6, 14));
        CHECK(shown().empty());
    });
}

TEST_CASE("a published list is withdrawn once, as it was seen, with a reason")
{
    in_province([](Province& province) {
        const auto plan = two_agencies(province);
        const auto seen = watched(province, plan, {.month = "2026-02"});
        auto transaction = MUST(province.context.begin());
        const auto month = MUST(late_month_of(transaction, seen));
        MUST(
            publish_late(province.context, transaction, month, {.seen = month.seen(), .days = 30}));
        const auto all = MUST(late_publications_of(transaction, plan));
        REQUIRE(all.size() == 1);
        const auto withdraw = [&](const LateWithdrawal& withdrawal) {
            const auto done = withdraw_late(province.context, transaction, seen.plan, withdrawal);
            return done ? std::string{} : done.error().key;
        };
        CHECK(withdraw({.code = "KHONG", .version = 1, .reason = "Nhầm"}) ==
              "obligation.late_month.not_found");
        CHECK(withdraw({.code = all[0].code, .version = 7, .reason = "Nhầm"}) ==
              "base.changed_meanwhile");
        CHECK(withdraw({.code = all[0].code, .version = 1, .reason = "Nhầm kỳ"}).empty());
        CHECK(withdraw({.code = all[0].code, .version = 2, .reason = "Nhầm kỳ"}) ==
              "obligation.late_month.ended");
        CHECK(MUST(shown_late_publications(transaction, plan, day(3, 15))).empty());
        const auto ended = MUST(late_publications_of(transaction, plan));
        CHECK(ended[0].end == PublicationEnd::withdrawn);
        CHECK(ended[0].end_reason == "Nhầm kỳ");
    });
}

}  // namespace caicach::obligation
