#include "identity/agency_field.hpp"
#include "accounts_fixture.hpp"
#include "identity/agency_field_views.hpp"
#include "web/components/long_choice.hpp"

namespace caicach::identity
{
namespace
{

using organisation::AgencyId;
using organisation::AgencySummary;
using testing::in_province;
using testing::Province;

http::Request typed(std::string_view text)
{
    return MUST(http::Request::create(
        {.method = http::Method::post, .form = {{"branch", std::string(text)}}}));
}

Result<AgencyId> branch_typed(Province& province, std::string_view text)
{
    auto context = province.office.system_account();
    auto transaction = MUST(context.read());
    return branch_in(context, transaction, typed(text), "branch");
}

std::string shown(std::size_t agencies, std::string_view value, bool has_whole_province)
{
    std::vector<AgencySummary> offered(agencies);
    for (std::size_t at = 0; at < agencies; ++at) {
        offered[at].code = "XA" + std::to_string(at);
        offered[at].name = "Xã số " + std::to_string(at);
    }
    std::string page;
    html::Writer out(page);
    agency_field(out,
                 {.agencies = offered,
                  .has_whole_province = has_whole_province,
                  .none_text = "Chọn cơ quan"},
                 {.name = "branch", .label = "Phạm vi", .value = value});
    return page;
}

bool has(const std::string& page, std::string_view text)
{
    return page.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("an agency is meant by its code, its name, or its name without diacritics")
{
    in_province([](Province& province) {
        auto transaction = MUST(province.office.services.database->read());
        const auto today = province.office.system_account().today();
        const auto code =
            MUST(organisation::agency_by_id(transaction, province.health, today)).code;
        for (const auto& text : {code, std::string("Sở Y tế"), std::string("  so y te ")})
            CHECK(MUST(branch_typed(province, text)) == province.health);
        CHECK(MUST(branch_typed(province, "*")) == whole_province);
        CHECK(MUST(branch_typed(province, "toàn tỉnh")) == whole_province);
    });
}

TEST_CASE("what names no agency is told at its field, with what comes near")
{
    in_province([](Province& province) {
        const auto none = branch_typed(province, " ");
        REQUIRE_FALSE(none);
        CHECK(none.error().key == "identity.branch.missing");
        const auto unclear = branch_typed(province, "Sở Y tế và");
        REQUIRE_FALSE(unclear);
        CHECK(unclear.error().key == "identity.branch.unclear");
        CHECK(unclear.error().field == "branch");
        CHECK(has(unclear.error().arguments.at(1), "Sở Y tế"));
    });
}

TEST_CASE("few agencies are a list, many a field to type in, that stays small")
{
    const auto list = shown(web::choices_in_list_max - 1, "XA7", true);
    CHECK(has(list, "<select"));
    CHECK(has(list, "Toàn tỉnh"));
    CHECK(has(list, "Xã số 498"));
    const auto field = shown(web::choices_in_list_max + 1, "XA7", false);
    CHECK_FALSE(has(field, "<select"));
    CHECK(has(field, "value=\"XA7\""));
    CHECK(has(field, "Gõ mã hoặc tên cơ quan."));
    CHECK(field.size() < 1000);
    CHECK(has(shown(web::choices_in_list_max + 1, "*", true), "value=\"Toàn tỉnh\""));
}

}  // namespace caicach::identity
