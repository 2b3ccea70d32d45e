#include <doctest/doctest.h>

#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

/// A plan that SNV coordinates, whose first item SYT leads; the day is 15 March 2026.
struct Office {
    App app{};
    testing::TargetInForce plan{};

    Office()
    {
        auto context = app.system_context();
        plan = testing::target_of(context, "SYT", "SNV");
    }

    [[nodiscard]] std::string new_line() const { return "/kinh-phi/moi/" + plan.plan_code; }
    [[nodiscard]] std::string list() const { return "/theo-doi/" + plan.plan_code + "/kinh-phi"; }
    [[nodiscard]] Fields good() const
    {
        return {{"item", plan.code},       {"title", "Đi kiểm tra ở xã"},
                {"source", "regular"},     {"source_note", "QĐ 12/QĐ-UBND"},
                {"norm", "per_diem"},      {"quantity", "10"},
                {"unit_price", "350.000"}, {"total", "3.500.000"}};
    }
};

bool has(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

Fields with(Fields fields, std::string_view name, std::string_view value)
{
    for (auto& [known, stands] : fields)
        if (known == name) stands = value;
    return fields;
}

/// Added by the agency's officer; its page.
std::string added(Office& office)
{
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto answer = officer.post(office.new_line(), office.good());
    REQUIRE(answer.status == 303);
    return std::string{answer.header("location")};
}

}  // namespace

TEST_CASE("an agency estimates, the coordinator appraises, the agency spends")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    CHECK(has(officer.get("/kinh-phi"), office.new_line()));
    CHECK(has(officer.get(office.new_line()), "Phụ cấp lưu trú: 300.000 đồng/người/ngày"));
    const auto line = added(office);
    const auto own = officer.get(line);
    CHECK(has(own, "3.500.000 đồng"));
    CHECK(has(own, "vượt định mức 300.000 đồng"));
    CHECK(has(own, "Thông tư 12/2025/TT-BTC"));
    CHECK(has(officer.get("/kinh-phi"), "Chờ thẩm định"));

    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const Fields appraisal{{"amount", "3.000.000"}, {"note", "Theo định mức"}, {"version", "1"}};
    CHECK(coordinator.post(line + "/tham-dinh", with(appraisal, "amount", "3.500.001")).status ==
          422);
    CHECK(coordinator.post(line + "/tham-dinh", appraisal).status == 303);
    CHECK(coordinator.post(line + "/tham-dinh", appraisal).status == 409);
    CHECK(has(officer.get(line), "Theo định mức"));
    CHECK(has(officer.get(line), "Sở Nội vụ"));

    const Fields spending{{"spent", "1.250.000"}, {"spent_on", "10/03/2026"}, {"voucher", "PC 7"}};
    CHECK(officer.post(line + "/chi", with(spending, "spent_on", "16/03/2026")).status == 422);
    CHECK(officer.post(line + "/chi", with(spending, "spent", "0")).status == 422);
    CHECK(officer.post(line + "/chi", spending).status == 303);
    const auto list = coordinator.get(office.list());
    CHECK(has(list, "1.250.000"));
    CHECK(has(list, "Cả kế hoạch"));
    CHECK(has(list, "?co-quan=SYT#danh-sach"));
    CHECK(has(coordinator.get(office.list() + "?nguon=sponsorship"), "Chưa có dòng kinh phí nào"));
    CHECK(has(coordinator.get(office.list() + ".csv"), ",3500000,3000000,1250000,"));
    CHECK(coordinator.get(office.list() + ".xlsx").status == 200);
    CHECK(has(coordinator.get("/theo-doi/" + office.plan.plan_code), office.list()));
}

TEST_CASE("a wrong estimate is refused beside its field, and nothing typed is lost")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto differs = officer.post(office.new_line(), with(office.good(), "total", "3.600.000"));
    CHECK(differs.status == 422);
    CHECK(has(differs, "loi-total"));
    CHECK(has(differs, "3.500.000 đồng"));
    CHECK(has(differs, "Đi kiểm tra ở xã"));
    for (const auto& [name, value] : Fields{{"title", ""},
                                            {"source", "gold"},
                                            {"norm", "khac"},
                                            {"item", "khac"},
                                            {"total", "nhiều"},
                                            {"quantity", ""}})
        CHECK(officer.post(office.new_line(), with(office.good(), name, value)).status == 422);
    const auto unpriced = officer.post(office.new_line(),
                                       with(with(office.good(), "quantity", ""), "unit_price", ""));
    CHECK(unpriced.status == 422);
    CHECK(has(unpriced, "loi-quantity"));
    CHECK(has(unpriced, "Chọn định mức thì phải có số lượng và đơn giá"));
    CHECK(officer.post_without_token(office.new_line(), office.good()).status == 403);
    CHECK(has(officer.get("/kinh-phi"), "Chưa có dòng kinh phí nào"));
}

TEST_CASE("another estimate must be appraised anew, and nobody writes over what they did not see")
{
    Office office;
    const auto line = added(office);
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(coordinator.post(line + "/tham-dinh", {{"amount", "1"}, {"version", "1"}}).status == 303);
    auto changed = with(with(office.good(), "total", "3.000.000"), "unit_price", "300.000");
    changed.emplace_back("version", "1");
    CHECK(officer.post(line + "/du-toan", changed).status == 409);
    CHECK(officer.post(line + "/du-toan", with(changed, "version", "2")).status == 303);
    const auto page = officer.get(line);
    CHECK(has(page, "Chờ thẩm định"));
    CHECK(!has(page, "vượt định mức 300.000"));
    CHECK(officer.post(line + "/bo", {{"version", "1"}}).status == 409);
    CHECK(officer.post(line + "/bo", {{"version", "3"}}).status == 303);
    CHECK(has(officer.get(line), "Dòng này đã bỏ"));
    CHECK(has(officer.get("/kinh-phi"), "Chưa có dòng kinh phí nào"));
}

TEST_CASE("others neither see a line nor do anything about it")
{
    Office office;
    const auto line = added(office);
    auto stranger = office.app.as(Role::agency_head, "STP");
    CHECK(stranger.get(line).status == 404);
    CHECK(stranger.post(line + "/chi", {}).status == 404);
    CHECK(stranger.get(office.list()).status == 403);
    auto officer = office.app.as(Role::agency_officer, "SYT");
    CHECK(officer.post(line + "/tham-dinh", {{"amount", "1"}, {"version", "1"}}).status == 403);
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(coordinator.post(line + "/chi", {}).status == 403);
    // Its agency goes on and its item is there: the line is not the coordinator's to give up.
    CHECK(coordinator.post(line + "/bo", {{"version", "1"}}).status == 403);
    CHECK(!has(coordinator.get(line), line + "/bo"));
    CHECK(stranger.post(line + "/bo", {{"version", "1"}}).status == 404);
    CHECK(office.app.as(Role::overseer, "SNV").get(line).status == 200);
    CHECK(office.app.as(Role::coordinator, "STP").post(line + "/tham-dinh", {}).status == 404);
}

TEST_CASE("who took an agency over lists, estimates and spends its lines; others do not")
{
    Office office;
    const auto line = added(office);
    const auto other = added(office);
    auto heir = office.app.as(Role::agency_officer, "STC");
    CHECK(heir.get(line).status == 404);
    CHECK(!has(heir.get("/kinh-phi"), line));
    auto context = office.app.system_context();
    MUST(organisation::seed_reorganisations(
        context,
        "day;kind;subject;others;names_to;name;short_name;document\n"
        "2026-03-10;merge;STC;SYT;;;;Nghị quyết số 15/NQ-HĐND\n"));

    const auto list = heir.get("/kinh-phi");
    CHECK(has(list, "Tiếp nhận từ Sở Y tế"));
    CHECK(has(list, "Sở Y tế (nay: Sở Tài chính)"));
    CHECK(has(list, line));
    CHECK(has(heir.get("/kinh-phi?cua=SYT"), line));
    CHECK(!has(heir.get("/kinh-phi?cua=STP"), line));
    CHECK(heir.get(line).status == 200);
    CHECK(heir.post(line + "/chi",
                    {{"spent", "1.000.000"}, {"spent_on", "12/03/2026"}, {"voucher", "PC 8"}})
              .status == 303);
    auto changed = with(with(office.good(), "total", "3.000.000"), "unit_price", "300.000");
    changed.emplace_back("version", "2");
    CHECK(heir.post(line + "/du-toan", changed).status == 303);
    auto stranger = office.app.as(Role::agency_head, "STP");
    CHECK(stranger.get(line).status == 404);
    CHECK(!has(stranger.get("/kinh-phi"), line));
    CHECK(stranger.post(line + "/chi", {}).status == 404);
    // What its agency left and nobody spent the coordinator may give up, too.
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(has(coordinator.get(office.list()), "Sở Y tế (nay: Sở Tài chính)"));
    CHECK(coordinator.post(line + "/chi", {}).status == 403);
    CHECK(coordinator.post(line + "/bo", {{"version", "3"}}).status == 409);
    CHECK(has(coordinator.get(other), other + "/bo"));
    CHECK(coordinator.post(other + "/bo", {{"version", "1"}}).status == 303);
    CHECK(!has(heir.get("/kinh-phi"), other));
}

TEST_CASE("the register names the lines of an item that is gone, and lists them alone")
{
    Office office;
    const auto line = added(office);
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(!has(coordinator.get(office.list()), "không còn trong kế hoạch"));
    auto context = office.app.system_context();
    auto other = plan::testing::activity_of(context, "Mở cuộc đối thoại", "STC");
    other.path = "II.1";
    plan::testing::amended_in_force(context, office.plan.plan, {std::move(other)});
    const auto list = coordinator.get(office.list());
    CHECK(has(list, "Trong đó của mục không còn trong kế hoạch"));
    CHECK(has(list, "?muc=khong-con#danh-sach"));
    CHECK(has(list, "(mục không còn trong kế hoạch)"));
    CHECK(has(coordinator.get(office.list() + "?muc=khong-con"), line));
    CHECK(has(coordinator.get(office.list() + ".csv?muc=khong-con"), "I.1. Tối thiểu 85%"));
    CHECK(has(office.app.as(Role::agency_officer, "SYT").get(line),
              "Kế hoạch sửa đổi không còn mục này"));
    CHECK(coordinator.post(line + "/bo", {{"version", "1"}}).status == 303);
    CHECK(!has(coordinator.get(office.list()), "không còn trong kế hoạch"));
}

}  // namespace caicach::obligation
