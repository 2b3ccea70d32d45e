#include "http/request.hpp"
#include "plan/item_handlers.hpp"
#include "plan/paths.hpp"
#include "plan/permissions.hpp"
#include "plan/test/both_databases.hpp"
#include "plan/test/sample_plan.hpp"

namespace caicach::plan
{
namespace
{

using Person = identity::Role;

/// May do everything but keep the directory of agencies.
class ReviewingAuthority final : public Authority
{
public:
    [[nodiscard]] bool may(const Actor&, const Permission& permission, ScopeId) const override
    {
        return permission.key == review_plans.key;
    }
    [[nodiscard]] bool may_anywhere(const Actor&, const Permission& permission) const override
    {
        return permission.key == review_plans.key;
    }
};

constexpr std::string_view printed_name = "Trung tâm Văn hóa huyện Lạ";

Edition draft_naming(Context& context, std::string_view name)
{
    testing::PlanSketch sketch;
    sketch.items = {testing::activity_of(context, "Mở chuyên mục", "SYT"),
                    testing::activity_of(context, "Tổ chức hội thi", "SYT")};
    for (auto& item : sketch.items) item.support = {{std::string{name}, std::nullopt}};
    return testing::draft(context, std::move(sketch));
}

/// What the form on the page of the name sends, without the house around it.
Result<http::Response> post(Context& context, const Edition& edition,
                            const std::vector<http::Field>& fields)
{
    http::RequestParts parts{
        .method = http::Method::post, .target = draft_path(edition, "ten-goi"), .form = fields};
    parts.form.push_back({"name", std::string{printed_name}});
    auto request = MUST(http::Request::create(std::move(parts)));
    request.set_path_parameters({{"plan", edition.code}});
    return identify_name(context, request);
}

std::optional<organisation::Target> meaning_of(Context& context, std::string_view name)
{
    auto transaction = MUST(context.read());
    const auto resolution = MUST(organisation::resolve_name(transaction, name, context.today()));
    if (const auto* agency = std::get_if<organisation::AgencyId>(&resolution)) return *agency;
    return std::nullopt;
}

}  // namespace

TEST_CASE("an unknown name becomes another name of an agency, for every plan to come")
{
    on_both([](Room&, Context& context) {
        const auto edition = draft_naming(context, printed_name);
        const auto answer = post(context, edition, {{"as", "alias"}, {"meaning", "Sở Y tế"}});
        REQUIRE(answer);
        CHECK(answer->status == 303);
        const auto items = items_of(context, edition);
        const auto department = meaning_of(context, "Sở Y tế");
        REQUIRE(department);
        CHECK(items[0].support[0].target == department);
        CHECK(items[1].support[0].target == department);
        CHECK(items[0].support[0].text == printed_name);
        CHECK(meaning_of(context, printed_name) == department);
    });
}

TEST_CASE("an unknown name becomes a new agency below another, known from then on")
{
    on_both([](Room&, Context& context) {
        const auto edition = draft_naming(context, printed_name);
        const auto answer = post(context, edition,
                                 {{"as", "agency"},
                                  {"agency_name", "Trung tâm Văn hóa Lạ"},
                                  {"kind", "public_service_unit"},
                                  {"parent", "so-y-te"}});
        REQUIRE(answer);
        CHECK(answer->status == 303);
        const auto made = meaning_of(context, "Trung tâm Văn hóa Lạ");
        REQUIRE(made);
        CHECK(items_of(context, edition)[1].support[0].target == made);
        CHECK(meaning_of(context, printed_name) == made);
        auto transaction = MUST(context.read());
        const auto parent = std::get<organisation::AgencyId>(*meaning_of(context, "Sở Y tế"));
        CHECK(MUST(organisation::is_within(transaction, std::get<organisation::AgencyId>(*made),
                                           parent, context.today())));
    });
}

TEST_CASE("what is wrong with a new agency stands at its field, and nothing is made")
{
    on_both([](Room&, Context& context) {
        const auto edition = draft_naming(context, printed_name);
        const auto refused = [&](std::vector<http::Field> fields, std::string_view field) {
            fields.push_back({"as", "agency"});
            const auto answer = post(context, edition, fields);
            REQUIRE(answer);
            CHECK(answer->status == 422);
            CHECK(has(*answer, "href=\"#" + std::string{field} + "\""));
            CHECK(has(*answer, "id=\"loi-" + std::string{field} + "\""));
            CHECK(!items_of(context, edition)[0].support[0].target);
        };
        refused({{"agency_name", ""}, {"kind", "department"}}, "agency_name");
        refused({{"agency_name", "Sở Y tế"}, {"kind", "department"}}, "agency_name");
        refused({{"agency_name", "Sở Lạ"}, {"kind", "planet"}}, "kind");
        refused({{"agency_name", "Sở Lạ"}, {"kind", "department"}, {"parent", "khong-co"}},
                "parent");
        CHECK(!meaning_of(context, "Sở Lạ"));
        CHECK(!meaning_of(context, printed_name));
    });
}

TEST_CASE("who does not keep the directory gives names a meaning in the plan alone")
{
    on_both([](Room& room, Context& owner) {
        const auto edition = draft_naming(owner, printed_name);
        const ReviewingAuthority authority;
        room.services.authority = &authority;
        auto context = room.context();
        const auto alias = post(context, edition, {{"as", "alias"}, {"meaning", "Sở Y tế"}});
        CHECK(is_failure(alias, Failure::forbidden, "base.not_allowed"));
        const auto agency = post(
            context, edition, {{"as", "agency"}, {"agency_name", "Sở Lạ"}, {"kind", "department"}});
        CHECK(is_failure(agency, Failure::forbidden, "base.not_allowed"));
        CHECK(!items_of(context, edition)[0].support[0].target);
        CHECK(MUST(post(context, edition, {{"as", "here"}, {"meaning", "Sở Y tế"}})).status == 303);
        CHECK(items_of(context, edition)[0].support[0].target);
        CHECK(!meaning_of(context, printed_name));
    });
}

TEST_CASE("the page of a name offers what its reader may do")
{
    App app;
    auto context = app.system_context();
    const auto edition = draft_naming(context, printed_name);
    const auto path = name_path(edition, printed_name);
    const auto keeper = app.as(Person::coordinator, "UBND").get(path);
    CHECK(has(keeper, "Là cơ quan chưa có trong danh mục"));
    CHECK(has(keeper, "name=\"parent\""));
    CHECK(has(keeper, "Tên này đứng ở 2 mục"));
    const auto editor = app.as(Person::editor).get(path);
    CHECK(editor.status == 200);
    CHECK(!has(editor, "Là cơ quan chưa có trong danh mục"));
    CHECK(!has(editor, "value=\"alias\""));
    CHECK(app.as(Person::editor)
              .post(draft_path(edition, "ten-goi"), {{"name", std::string{printed_name}},
                                                     {"as", "agency"},
                                                     {"agency_name", "Sở Lạ"},
                                                     {"kind", "department"}})
              .status == 403);
    CHECK(app.as(Person::coordinator, "SYT").get(path).status == 403);
}

}  // namespace caicach::plan
