#include "report/aggregate/aggregate_api.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "json/value.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"

namespace caicach::report
{
namespace
{

using caicach::testing::App;
using identity::Role;

json::Value answer_of(const http::Response& answer)
{
    REQUIRE(answer.status == 200);
    return MUST(json::parse(answer.text()));
}

const json::Value& named(const json::Value& list, std::string_view key)
{
    const auto& all = list.elements();
    const auto found = std::ranges::find_if(
        all, [&](const json::Value& one) { return one["key"].as_string() == key; });
    REQUIRE(found != all.end());
    return *found;
}

/// A period of a form of SNV with a table, in which SYT has sent its report.
struct ApiOffice {
    App app{};
    Form form{};
    std::string period{};
    std::string api{};

    ApiOffice()
    {
        auto context = app.system_context();
        form = form_with_rows(context);
        const auto sent = testing::report_of(context, form, "SYT");
        const auto code = testing::period_code(context, sent);
        period = "/tong-hop/" + form.code + "/" + code;
        api = "/api/v1/aggregates/" + form.code + "/" + code;
        auto head = app.as(Role::agency_head, "SYT");
        const auto path = "/bao-cao/" + sent.code;
        REQUIRE(head.post(path + "/o?phan=x",
                          {{"o-ho_so-0", "1.250"}, {"o-hai_long-0", "90"}, {"o-loai/so-1", "12,5"}})
                    .status == 303);
        REQUIRE(head.post(path + "/gui", {{"khong_mat", "1"}}).status == 303);
    }

    static Form form_with_rows(Context& context)
    {
        auto definition = testing::sample_form();
        definition.key = "thu_" + std::to_string(next_id());
        definition.sections.front().parts.emplace_back(
            FormTable{.key = "loai",
                      .text = "Theo loại",
                      .rows_of = RowsOf::fixed,
                      .fixed_rows = {"Trực tuyến"},
                      .columns = {{.key = "so",
                                   .text = "Số",
                                   .is_number = true,
                                   .decimals = 1,
                                   .adding = Adding::sum}}});
        auto transaction = MUST(context.begin());
        auto made = MUST(make_draft(context, transaction, definition, "Tệp thử"));
        const auto first = MUST(FormStore{transaction}.version(made.id, 1));
        MUST(put_in_force(context, transaction, made, first, "SNV"));
        MUST(transaction.commit());
        return made;
    }
};

}  // namespace

TEST_CASE("aggregates as JSON are the numbers of the page")
{
    ApiOffice office;
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto list = answer_of(coordinator.get("/api/v1/aggregates?form=" + office.form.code));
    const auto& items = list["items"].elements();
    const auto found = std::ranges::find_if(items, [](const json::Value& one) {
        return one["collector"]["agency"].as_string() == "so-noi-vu";
    });
    REQUIRE(found != items.end());
    CHECK((*found)["sent"].as_integer() == 1);
    CHECK((*found)["page"].as_string() == office.period + "?noi-nhan=so-noi-vu");
    CHECK(coordinator.get("/api/v1/aggregates?form=KHONGCO").status == 422);

    const auto whole = answer_of(coordinator.get(std::string{(*found)["aggregate"].as_string()}));
    CHECK(whole["turnout"]["sent"].as_integer() == 1);
    CHECK(whole["turnout"]["missing"].as_integer() ==
          whole["turnout"]["expected"].as_integer() - 1);
    const auto& files = named(whole["indicators"], "ho_so");
    CHECK(files["total"]["value"].as_string() == "1250");
    CHECK(files["total"]["of"].is_null());
    CHECK(files["approved"].is_null());
    CHECK(files["counted"].as_integer() == 1);
    const auto& mean = named(whole["indicators"], "hai_long");
    CHECK(mean["total"]["value"].as_string() == "112500");
    CHECK(mean["total"]["of"].as_string() == "1250");
    const auto& row = named(whole["tables"], "loai")["rows"].elements().front();
    CHECK(row["name"].as_string() == "Trực tuyến");
    CHECK(row["cells"].elements().front()["total"]["value"].as_string() == "12.5");
    CHECK(whole["by_agency"].is_null());
    CHECK(coordinator.get(office.period).text().find("1.250") != std::string::npos);
}

TEST_CASE("one number or one row is told agency by agency where it is asked for")
{
    ApiOffice office;
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    for (const auto* query : {"?indicator=ho_so", "?table=loai&row=1&rollup=now"}) {
        const auto told = answer_of(coordinator.get(office.api + query))["by_agency"];
        const auto& agencies = told["numbers"].elements().front()["agencies"].elements();
        REQUIRE(agencies.size() == 1);
        CHECK(agencies.front()["agency"].as_string() == "so-y-te");
        CHECK(agencies.front()["added"].as_bool());
    }
    for (const auto* wrong :
         {"?indicator=khong_co", "?table=khong_co", "?table=loai&row=0", "?rollup=sometimes"})
        CHECK(coordinator.get(office.api + wrong).status == 422);
    CHECK(coordinator.get(office.api + "?collector=so-y-te").status == 404);
    const auto page = coordinator.get(office.period + "?bang=loai&dong=1&nhu=hien-nay").text();
    CHECK(page.find("Từng cơ quan: Theo loại, Trực tuyến") != std::string::npos);
    CHECK(page.find("12,5") != std::string::npos);
}

TEST_CASE("machines see the aggregates that their person sees, and no others")
{
    ApiOffice office;
    CHECK(office.app.nobody().get(office.api).status == 401);
    CHECK(office.app.nobody().get("/api/v1/aggregates").status == 401);
    auto other = office.app.as(Role::agency_officer, "SYT");
    CHECK(other.get(office.api).status == 403);
    CHECK(other.get(office.api + "?collector=so-noi-vu").status == 403);
    const auto list = answer_of(other.get("/api/v1/aggregates?form=" + office.form.code));
    CHECK(list["items"].elements().empty());
}

}  // namespace caicach::report
