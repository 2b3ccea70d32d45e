#include "identity/resettlement/resettlement.hpp"
#include "acting_fixture.hpp"
#include "identity/accounts/account_handlers.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/resettlement/resettlement_handlers.hpp"
#include "identity/resettlement/resettlement_views.hpp"
#include "web/components/long_choice.hpp"

namespace caicach::identity
{
namespace
{

using testing::day;
using testing::edit_news;
using testing::has;
using testing::in_province;
using testing::post_of;
using testing::Province;
using testing::request_of;

/// Health goes into finance on 20 March: an editor of health, and that of its clinic.
struct Merger {
    Province& province;
    AccountId editor{
        province.with_role("Tạ Minh Khuê", province.health, province.health, Role::editor)};
    AccountId of_clinic{
        province.with_role("Mạc Gia Bảo", province.clinic, province.clinic, Role::editor)};

    explicit Merger(Province& around, std::string_view decision) : province(around)
    {
        auto context = province.office.system_account();
        const auto line = text_of(context, decision);
        MUST(organisation::seed_reorganisations(
            context, "day;kind;subject;others;names_to;name;short_name;document\n" + line + "\n"));
        testing::move_to(province.office, 3, 25);
    }
    explicit Merger(Province& around) : Merger(around, "2026-03-20;merge;TAI;YTE;;;;NQ 18") {}

    [[nodiscard]] bool may(AccountId who, organisation::AgencyId agency) const
    {
        return province.office.person(who).may(edit_news, organisation::scope_of(agency));
    }
    std::string code(organisation::AgencyId agency) const
    {
        auto transaction = MUST(province.office.services.database->read());
        return MUST(organisation::agency_by_id(transaction, agency, day(3, 15))).code;
    }

private:
    /// The agencies' codes are made from their names.
    [[nodiscard]] std::string text_of(Context& context, std::string_view decision) const
    {
        auto transaction = MUST(context.read());
        const auto code_of = [&](organisation::AgencyId agency) {
            return MUST(organisation::agency_by_id(transaction, agency, day(3, 15))).code;
        };
        std::string line(decision);
        const auto put = [&](std::string_view mark, const std::string& code) {
            for (auto at = line.find(mark); at != std::string::npos; at = line.find(mark))
                line.replace(at, mark.size(), code);
        };
        put("TAI", code_of(province.finance));
        put("YTE", code_of(province.health));
        return line;
    }
};

}  // namespace

TEST_CASE("until somebody decides, who was of an agency that ended may what was its own, no more")
{
    in_province([](Province& province) {
        const Merger merger{province};
        CHECK(merger.may(merger.editor, province.health));
        CHECK_FALSE(merger.may(merger.editor, province.finance));
        // The clinic went to the heir; the old department has nothing below it any longer.
        CHECK_FALSE(merger.may(merger.editor, province.clinic));
        CHECK(merger.may(merger.of_clinic, province.clinic));
        const auto actor = province.office.person(merger.editor).actor();
        CHECK(actor.agency_name == "Sở Y tế");
    });
}

TEST_CASE("the list names who is left behind and proposes the heir, to those who administer both")
{
    in_province([](Province& province) {
        const Merger merger{province};
        auto context = province.office.person(province.administrator);
        const auto list = MUST(show_left_behind(context, request_of(http::Method::get, "/x")));
        CHECK(has(list, "Tạ Minh Khuê"));
        CHECK(has(list, "Trương Nhã Ca"));
        CHECK_FALSE(has(list, "Mạc Gia Bảo"));
        CHECK(has(list, "Sở Y tế, hết ngày 19/03/2026"));
        const auto accounts = MUST(show_accounts(context, request_of(http::Method::get, "/x")));
        CHECK(has(accounts, "/tai-khoan/sap-xep"));
        const auto form = MUST(
            show_resettlement(context, request_of(http::Method::get, "/x", {},
                                                  {{"account", province.code_of(merger.editor)}})));
        CHECK(has(form, "Sở Tài chính (kế tục 100%)"));
        CHECK(has(form, "value=\"" + merger.code(province.finance) + "\" selected"));
    });
}

TEST_CASE("among thousands of agencies the heir stands in a field to type in, and a dash revokes")
{
    in_province([](Province& province) {
        const Merger merger{province};
        auto context = province.office.person(province.administrator);
        auto transaction = MUST(context.read());
        const auto account = MUST(account_by_id(transaction, merger.editor));
        ResettlementPage page{.left = MUST(left_behind_of(context, transaction, account)).value()};
        page.choices.agencies.resize(web::choices_in_list_max + 1);
        for (std::size_t at = 0; at < page.choices.agencies.size(); ++at)
            page.choices.agencies[at].code = "XA" + std::to_string(at);
        const auto form = resettlement_page(context, page);
        CHECK_FALSE(has(form, "<select"));
        CHECK(has(form, "value=\"" + merger.code(province.finance) + "\""));
        CHECK(has(form, "gõ dấu “-” để thu hồi, không chuyển."));
    });
}

TEST_CASE("once confirmed the person belongs to the heir, and the role is theirs there alone")
{
    in_province([](Province& province) {
        const Merger merger{province};
        auto context = province.office.person(province.administrator);
        const auto finance = merger.code(province.finance);
        const auto field = "editor-" + merger.code(province.health);
        const auto answer = MUST(
            post_resettlement(context, post_of("/x", {{"home", finance}, {field, finance}},
                                               {{"account", province.code_of(merger.editor)}})));
        CHECK(answer.status == 303);
        CHECK(province.office.remembered.lines.back() ==
              R"(identity.account.resettled {"before":{"agency":)" +
                  std::to_string(province.health.value) + R"(},"after":{"agency":)" +
                  std::to_string(province.finance.value) + "}}");
        CHECK(merger.may(merger.editor, province.finance));
        CHECK_FALSE(merger.may(merger.editor, province.health));
        CHECK(province.office.person(merger.editor).actor().agency_name == "Sở Tài chính");
        auto transaction = MUST(context.read());
        const auto posts = MUST(posts_of(transaction, merger.editor));
        REQUIRE(posts.size() == 2);
        CHECK(posts[0].agency == province.finance);
        CHECK(posts[0].validity.from == day(3, 20));
        CHECK(posts[0].title.empty());
        CHECK(posts[1].validity.to == day(3, 19));
        const auto account = MUST(account_by_id(transaction, merger.editor));
        CHECK_FALSE(MUST(left_behind_of(context, transaction, account)));
        CHECK(show_resettlement(context, request_of(http::Method::get, "/x", {},
                                                    {{"account", province.code_of(merger.editor)}}))
                  .error()
                  .kind == Failure::conflict);
    });
}

TEST_CASE("a role can be taken away instead, and nothing moves while something is undecided")
{
    in_province([](Province& province) {
        const Merger merger{province};
        auto context = province.office.person(province.administrator);
        const testing::Fields whose{{"account", province.code_of(merger.editor)}};
        const auto finance = merger.code(province.finance);
        const auto undecided =
            MUST(post_resettlement(context, post_of("/x", {{"home", finance}}, whose)));
        CHECK(undecided.status == 422);
        CHECK(merger.may(merger.editor, province.health));
        const auto field = "editor-" + merger.code(province.health);
        CHECK(post_resettlement(context, post_of("/x", {{"home", finance}, {field, "-"}}, whose))
                  ->status == 303);
        CHECK_FALSE(merger.may(merger.editor, province.health));
        CHECK_FALSE(merger.may(merger.editor, province.finance));
    });
}

TEST_CASE("the administrator of what has ended moves nobody into the heir: that is for who has it")
{
    in_province([](Province& province) {
        const Merger merger{province};
        auto context = province.office.person(province.of_health);
        const auto finance = merger.code(province.finance);
        const auto field = "editor-" + merger.code(province.health);
        CHECK(post_resettlement(context, post_of("/x", {{"home", finance}, {field, finance}},
                                                 {{"account", province.code_of(merger.editor)}}))
                  .error()
                  .kind == Failure::forbidden);
        CHECK_FALSE(merger.may(merger.editor, province.finance));
        const auto nurse = province.code_of(merger.of_clinic);
        CHECK(post_resettlement(context, post_of("/x", {}, {{"account", nurse}})).error().kind ==
              Failure::not_found);
    });
}

TEST_CASE("where several took over nobody is proposed: the administrator chooses")
{
    in_province([](Province& province) {
        const auto other = province.office.agency("Sở Nội vụ", "department", province.root);
        auto context = province.office.system_account();
        auto reading = MUST(context.read());
        const auto code = MUST(organisation::agency_by_id(reading, other, day(3, 15))).code;
        const Merger merger{province, "2026-03-20;split;YTE;TAI=60|" + code + "=40;TAI;;;NQ 18"};
        auto administrator = province.office.person(province.administrator);
        const auto form = MUST(show_resettlement(
            administrator, request_of(http::Method::get, "/x", {},
                                      {{"account", province.code_of(merger.editor)}})));
        CHECK(has(form, "Sở Tài chính (kế tục 60%)"));
        CHECK(has(form, "Sở Nội vụ (kế tục 40%)"));
        CHECK_FALSE(has(form, "value=\"" + code + "\" selected"));
    });
}

TEST_CASE("a delegation on what has ended reaches no heir, and ends when the role is moved")
{
    in_province([](Province& province) {
        const Merger merger{province};
        const auto colleague = province.office.account("Vi Thảo Nhiên", province.health);
        MUST(testing::delegate(province.office.system_account(), {.delegator = merger.editor,
                                                                  .delegate = colleague,
                                                                  .role = Role::editor,
                                                                  .branch = province.health,
                                                                  .from = day(3, 25),
                                                                  .to = day(3, 30),
                                                                  .document = "QĐ 5"}));
        const auto may = [&](organisation::AgencyId agency) {
            return testing::in_place_of(province.office, colleague, merger.editor)
                .may(edit_news, organisation::scope_of(agency));
        };
        CHECK(may(province.health));
        CHECK_FALSE(may(province.finance));
        MUST(testing::changed(
            province.office.system_account(),
            [&](Context& context, database::Transaction& transaction) {
                return resettle(context, transaction,
                                {.account = merger.editor,
                                 .home = province.finance,
                                 .moves = {{Role::editor, province.health, province.finance}}});
            }));
        CHECK_FALSE(may(province.health));
        CHECK_FALSE(may(province.finance));
    });
}

}  // namespace caicach::identity
