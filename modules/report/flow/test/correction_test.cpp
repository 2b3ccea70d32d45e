#include "report/flow/correction.hpp"

#include "crypto/crypto.hpp"
#include "json/value.hpp"
#include "report/flow/sent_content.hpp"
#include "report/flow/test/flow_desk.hpp"

namespace caicach::report
{

TEST_CASE("what is locked is corrected with a reason, and both submissions stay readable")
{
    in_room([](Room& room) {
        const Desk desk{room};
        desk.fill("ho_so", "12");
        MUST(desk.send());
        CHECK(key_of(desk.correct_it("Cộng nhầm")) == "report.flow.not_now");
        MUST(desk.check());
        MUST(desk.approve_it());
        const auto happened_on = room.context.today();
        desk.lock();
        publish(room, happened_on, 3);
        CHECK(key_of(desk.correct_it(" ")) == "report.flow.reason_missing");
        CHECK(key_of(desk.correct_it("TỐI MẬT")) == "report.secret.marked");
        CHECK(desk.report().state == State::approved);
        CHECK(desk.submissions().size() == 1);
        MUST(desk.correct_it("Tin của tháng 9 gửi muộn",
                             {{.field = "ho_so", .value = "15", .base = "12"}}));
        const auto sent = desk.report();
        CHECK(sent.state == State::submitted);
        CHECK(sent.is_on_time() == true);
        CHECK_FALSE(sent.is_resent_late);
        const auto all = desk.submissions();
        REQUIRE(all.size() == 2);
        CHECK(all[0].kind == "correction");
        CHECK(all[0].reason == "Tin của tháng 9 gửi muộn");
        const auto text = desk.content(all[0].id);
        CHECK(crypto::sha256_hex(text) == all[0].sha256);
        const auto value = MUST(json::parse(text));
        CHECK(value["reason"].as_string() == all[0].reason);
        CHECK(value["previous"]["receipt"].as_string() == all[1].code);
        // The numbers that stand are the corrected ones: the typed one and the one counted anew.
        for (const auto& one : desk.values()) {
            if (one.indicator == "ho_so") CHECK(one.sent.numerator == 15 * ten_thousandths_of_one);
            if (one.indicator == "tin_bai") CHECK(one.sent.numerator == 3 * ten_thousandths_of_one);
        }
        MUST(desk.check());
        MUST(desk.approve_it());
        CHECK(desk.report().state == State::approved);
    });
}

TEST_CASE("a correction that changes nothing is refused, and so is one with a number that is none")
{
    in_room([](Room& room) {
        const Desk desk{room};
        desk.fill("ho_so", "12");
        MUST(desk.send());
        desk.lock();
        CHECK(key_of(desk.correct_it("Xem lại")) == "report.correction.nothing_changed");
        CHECK(key_of(desk.correct_it("Xem lại", {{.field = "ho_so", .value = "mười"}})) ==
              "test.refused");
        CHECK(key_of(desk.correct_it("Xem lại", {{.field = "khong_co", .value = "1"}})) ==
              "report.cell.unknown");
        CHECK(desk.submissions().size() == 1);
        CHECK(desk.report().state == State::submitted);
        // Somebody else's number is not written over unseen.
        CHECK(key_of(desk.correct_it(
                  "Xem lại", {{.field = "ho_so", .value = "13", .base = "11"}})) == "test.refused");
        MUST(desk.correct_it("Xem lại", {{.field = "ho_so", .value = "13", .base = "12"}}));
        CHECK(desk.submissions().size() == 2);
    });
}

TEST_CASE("a locked report that was sent back is sent again as a correction, as late as it is")
{
    in_room([](Room& room) {
        const Desk desk{room};
        MUST(desk.send());
        MUST(desk.return_it("Xem lại số hồ sơ"));
        desk.lock();
        CHECK(key_of(desk.send()) == "report.flow.locked");
        MUST(desk.correct_it("Đã xem lại: số đúng"));
        CHECK(desk.report().state == State::submitted);
        CHECK(desk.report().is_resent_late);
        CHECK(desk.report().is_on_time() == true);
        CHECK(desk.remarks().empty());
    });
}

TEST_CASE("two submissions tell where they differ: numbers, rows, texts and files")
{
    auto form = testing::sample_form();
    const auto content = [](std::string_view text) { return MUST(sent_content_from(text)); };
    const auto before = content(
        R"({"indicators":[{"key":"ho_so","sent":{"value":"12"}},{"key":"tin_bai","sent":{"value":"3"},)"
        R"("computed":{"value":"2"}}],"tables":{"mo_hinh":[{"cells":["Một cửa","2.5"],"name":"",)"
        R"("number":1}]},"texts":{"vuong_mac":"Thiếu người"},"files":[{"name":"a.pdf","sha256":"01"}]})");
    const auto after = content(
        R"({"indicators":[{"key":"ho_so","sent":{"value":"15.5"}},{"key":"tin_bai","sent":{"value":"3"}}],)"
        R"("tables":{"mo_hinh":[{"cells":["Một cửa","4"],"name":"","number":1},)"
        R"({"cells":["Lưu động",""],"name":"","number":3}]},"texts":{},"files":[]})");
    REQUIRE(before.number("tin_bai") != nullptr);
    CHECK(before.number("tin_bai")->computed->numerator == 2 * ten_thousandths_of_one);
    CHECK(differences_of({before, form}, {before, form}).empty());
    const auto found = differences_of({before, form}, {after, form});
    std::string told;
    for (const auto& one : found)
        told += one.part + "|" + one.before + "|" + one.after + "|" + one.less + "\n";
    CHECK(told ==
          "Hồ sơ|12|16|+4\n"
          "Mô hình hay, dòng 1, Số lần|2,5|4|\n"
          "Mô hình hay, dòng 3, Tên||Lưu động|\n"
          "Khó khăn, vướng mắc|Thiếu người||\n"
          "Tệp kèm theo|a.pdf||\n");
    CHECK_FALSE(sent_content_from(R"({"indicators":[{"key":"x","sent":{"value":"nhiều"}}]})"));
}

}  // namespace caicach::report
