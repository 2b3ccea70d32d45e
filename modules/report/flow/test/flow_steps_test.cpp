#include "report/flow/flow_steps.hpp"

#include "crypto/crypto.hpp"
#include "json/canonical.hpp"
#include "json/value.hpp"
#include "report/flow/test/flow_desk.hpp"

namespace caicach::report
{
TEST_CASE("a report is sent with a receipt, and what was sent never changes again")
{
    in_room([](Room& room) {
        const Desk desk{room};
        publish(room, room.context.today(), 3);
        CHECK(key_of(desk.send(false)) == "report.secret.not_confirmed");
        desk.fill("ho_so", "12");
        MUST(desk.send());
        const auto sent = desk.report();
        CHECK(sent.state == State::submitted);
        CHECK(sent.is_complete());
        CHECK(sent.first_submitted_at == room.context.now());
        const auto all = desk.submissions();
        REQUIRE(all.size() == 1);
        CHECK(all[0].kind == "first");
        CHECK(sent.current == all[0].id);
        const auto text = desk.content(all[0].id);
        CHECK(crypto::sha256_hex(text) == all[0].sha256);
        const auto value = MUST(json::parse(text));
        CHECK(MUST(json::canonical(value)) == text);
        CHECK(value["receipt"].as_string() == all[0].code);
        CHECK(value["agency"].as_string() == "SYT");
        const auto& numbers = value["indicators"].elements();
        REQUIRE(numbers.size() >= 2);
        CHECK(numbers[0]["sent"]["value"].as_string() == "3");
        CHECK(numbers[0]["facts"]["count"].as_integer() == 1);
        // What is counted later moves nothing that was sent.
        publish(room, room.context.today(), 5);
        CHECK(desk.content(all[0].id) == text);
        CHECK(desk.values()[0].sent.numerator == 12 * ten_thousandths_of_one);
        auto transaction = MUST(room.context.begin());
        CHECK_FALSE(transaction.script("UPDATE report_submission SET content = '{}'"));
    });
}

TEST_CASE("a report is checked and approved in this order, and by another person where asked")
{
    in_room([](Room& room) {
        const Desk desk{room};
        CHECK(key_of(desk.check()) == "report.flow.not_now");
        MUST(desk.send());
        CHECK(key_of(desk.send()) == "report.flow.not_now");
        CHECK(key_of(desk.approve_it()) == "report.flow.not_now");
        MUST(desk.check());
        CHECK(desk.report().state == State::checked);
        MUST(desk.approve_it());
        CHECK(desk.report().state == State::approved);
        CHECK_FALSE(desk.values().empty());
        const Desk strict{room, true};
        MUST(strict.send());
        CHECK(key_of(strict.check()) == "report.flow.second_person");
    });
}

TEST_CASE("a report that is sent back says why, field by field, and is sent again")
{
    in_room([](Room& room) {
        const Desk desk{room};
        MUST(desk.send());
        CHECK(key_of(desk.return_it(" ")) == "report.flow.reason_missing");
        CHECK(key_of(desk.return_it("", {{"khong_co", "Sai"}})) == "report.flow.remark_field");
        MUST(desk.return_it("", {{"ho_so", "Thiếu hồ sơ nộp trực tuyến"}, {"vuong_mac", ""}}));
        CHECK(desk.report().state == State::returned);
        CHECK_FALSE(desk.report().is_complete());
        CHECK(desk.values().empty());
        REQUIRE(desk.remarks().size() == 1);
        CHECK(desk.remarks()[0].field == "ho_so");
        desk.fill("ho_so", "20");
        CHECK(desk.report().state == State::returned);
        MUST(desk.send());
        CHECK(desk.remarks().empty());
        const auto all = desk.submissions();
        REQUIRE(all.size() == 2);
        CHECK(all[0].kind == "again");
        const auto value = MUST(json::parse(desk.content(all[0].id)));
        CHECK(value["previous"]["sha256"].as_string() == all[1].sha256);
        CHECK(desk.report().is_on_time() == true);
        CHECK_FALSE(desk.report().is_resent_late);
    });
}

TEST_CASE("the first sending says whether it was in time; one behind the due day is told beside it")
{
    in_room([](Room& room) {
        const Desk desk{room};
        MUST(desk.send());
        MUST(desk.return_it("Thiếu lời văn"));
        room.desk.clock.set_today(desk.report().due_on.plus_days(1));
        MUST(desk.send());
        CHECK(desk.report().is_on_time() == true);
        CHECK(desk.report().is_resent_late);
        CHECK(desk.report().is_complete());
    });
}

TEST_CASE("who sent a report takes it back while nobody has checked it")
{
    in_room([](Room& room) {
        const Desk desk{room};
        const auto recall_it = [&] {
            return desk.take([&](database::Transaction& transaction, Report& held) {
                return recall(room.context, transaction, held);
            });
        };
        MUST(desk.send());
        MUST(recall_it());
        CHECK(desk.report().state == State::draft);
        CHECK(desk.values().empty());
        MUST(desk.send());
        MUST(desk.check());
        CHECK(key_of(recall_it()) == "report.flow.not_now");
    });
}

TEST_CASE("a locked report is opened until a day, with a reason, and closed again behind it")
{
    in_room([](Room& room) {
        const Desk desk{room};
        const auto locked_on = desk.report().locks_on.value();
        room.desk.clock.set_today(locked_on.plus_days(1));
        CHECK(key_of(desk.send()) == "report.flow.locked");
        const auto until = locked_on.plus_days(3);
        const auto open = [&](Date day, std::string_view why) {
            return desk.take([&](database::Transaction& transaction, Report& held) {
                return extend(room.context, transaction, held, day, why);
            });
        };
        CHECK(key_of(open(until, "")) == "report.flow.reason_missing");
        CHECK(key_of(open(locked_on, "Bão lũ")) == "report.flow.day_past");
        MUST(open(until, "Bão lũ, mất điện"));
        MUST(desk.send());
        CHECK(desk.report().is_on_time() == false);
        MUST(desk.return_it("Thiếu lời văn"));
        room.desk.clock.set_today(until.plus_days(1));
        CHECK(key_of(desk.send()) == "report.flow.locked");
    });
}

TEST_CASE("an approved report is opened again with a reason, and its numbers stand no more")
{
    in_room([](Room& room) {
        const Desk desk{room};
        MUST(desk.send());
        MUST(desk.check());
        MUST(desk.approve_it());
        const auto open = [&](std::string_view why) {
            return desk.take([&](database::Transaction& transaction, Report& held) {
                return reopen(room.context, transaction, held, why);
            });
        };
        CHECK(key_of(open("")) == "report.flow.reason_missing");
        MUST(open("Cộng nhầm hai xã"));
        CHECK(desk.report().state == State::returned);
        CHECK(desk.values().empty());
        auto transaction = MUST(room.context.read());
        const auto steps = MUST(StepStore{transaction}.of_report(desk.report().id));
        REQUIRE(steps.size() == 4);
        CHECK(steps[0].kind == StepKind::reopened);
        CHECK(steps[0].text == "Cộng nhầm hai xã");
    });
}

}  // namespace caicach::report
