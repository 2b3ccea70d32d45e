#include "identity/accounts/account_handlers.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/test/accounts_fixture.hpp"

namespace caicach::identity
{
namespace
{

using testing::has;
using testing::in_province;
using testing::post_of;
using testing::Province;
using testing::request_of;

using Handler = Result<http::Response> (*)(Context&, const http::Request&);

Result<http::Response> get_as(Province& province, AccountId person, Handler handler,
                              const std::string& target, AccountId about = {})
{
    auto context = province.office.person(person);
    testing::Fields parameters;
    if (about) parameters.push_back({"account", province.code_of(about)});
    return handler(context, request_of(http::Method::get, target, {}, std::move(parameters)));
}

Result<http::Response> post_as(Province& province, AccountId person, Handler handler,
                               AccountId about, testing::Fields form)
{
    auto context = province.office.person(person);
    testing::Fields parameters;
    if (about) parameters.push_back({"account", province.code_of(about)});
    return handler(context, post_of("/tai-khoan", std::move(form), std::move(parameters)));
}

std::string agency_code(Province& province, organisation::AgencyId agency)
{
    auto transaction = MUST(province.office.services.database->read());
    const auto today = Date::of(province.office.clock.now());
    return MUST(organisation::agency_by_id(transaction, agency, today)).code;
}

std::size_t count_of_roles(Province& province, AccountId account)
{
    auto transaction = MUST(province.office.services.database->read());
    return MUST(roles_of(transaction, account)).size();
}

}  // namespace

TEST_CASE("an administrator sees the accounts of their branch, and no others")
{
    in_province([](Province& province) {
        province.office.account("Mạc Gia Bảo", province.clinic);
        province.office.account("Vi Thảo Nhiên", province.finance);
        const auto all =
            MUST(get_as(province, province.administrator, show_accounts, "/tai-khoan"));
        for (const auto* name : {"Khuất Duy Linh", "Trương Nhã Ca", "Mạc Gia Bảo", "Vi Thảo Nhiên"})
            CHECK(has(all, name));
        const auto some = MUST(get_as(province, province.of_health, show_accounts, "/tai-khoan"));
        CHECK(has(some, "Mạc Gia Bảo"));
        CHECK(has(some, "Trương Nhã Ca"));
        CHECK_FALSE(has(some, "Vi Thảo Nhiên"));
    });
}

TEST_CASE("accounts are found without diacritics, by name, user name or agency")
{
    in_province([](Province& province) {
        province.office.account("Mạc Gia Bảo", province.clinic);
        const auto found = [&](const std::string& query) {
            return MUST(
                get_as(province, province.administrator, show_accounts, "/tai-khoan?tim=" + query));
        };
        CHECK(has(found("gia+bao"), "Mạc Gia Bảo"));
        CHECK(has(found("dak+sim"), "Mạc Gia Bảo"));
        CHECK_FALSE(has(found("gia+bao"), "Trương Nhã Ca"));
        CHECK(has(found("kh%C3%B4ng-ai"), "Không tìm thấy"));
    });
}

TEST_CASE("an invited person has an account, a role and a slip with a link that opens")
{
    in_province([](Province& province) {
        const auto clinic = agency_code(province, province.clinic);
        const auto slip = MUST(post_as(province, province.of_health, post_account, {},
                                       {{"name", "Mạc Gia Bảo"},
                                        {"user_name", "Bao@songlam.gov.vn"},
                                        {"agency", clinic},
                                        {"role", "editor"}}));
        CHECK(slip.status == 200);
        CHECK(has(slip, "http://cchc.songlam.gov.vn/loi-moi/"));
        CHECK(has(slip, "bao@songlam.gov.vn"));
        const auto& lines = province.office.remembered.lines;
        CHECK(lines.back() == "identity.invitation.made");
        const auto again = MUST(post_as(province, province.of_health, post_account, {},
                                        {{"name", "Người khác"},
                                         {"user_name", "bao@songlam.gov.vn"},
                                         {"agency", clinic},
                                         {"role", "editor"}}));
        CHECK(again.status == 409);
        CHECK(has(again, "identity.account.user_name_taken"));
        CHECK(has(again, "Người khác"));
    });
}

TEST_CASE("a form that lacks something comes back filled and makes nothing")
{
    in_province([](Province& province) {
        const auto health = agency_code(province, province.health);
        const auto before = province.office.remembered.lines.size();
        const auto refused = [&](testing::Fields form, std::string_view key) {
            const auto page =
                MUST(post_as(province, province.of_health, post_account, {}, std::move(form)));
            CHECK(page.status == 422);
            CHECK(has(page, key));
        };
        refused({{"name", "A"}, {"agency", health}}, "identity.role.missing");
        refused({{"name", "A"}, {"role", "editor"}}, "identity.branch.missing");
        refused({{"name", "A"}, {"agency", "*"}, {"role", "editor"}}, "identity.branch.missing");
        refused({{"name", "A"}, {"agency", "KHONG"}, {"role", "editor"}},
                "identity.branch.unknown");
        refused({{"name", "A"}, {"user_name", "a b"}, {"agency", health}, {"role", "editor"}},
                "identity.account.user_name_malformed");
        CHECK(province.office.remembered.lines.size() == before);
    });
}

TEST_CASE("nobody gives what reaches beyond their own branch")
{
    in_province([](Province& province) {
        const auto nurse = province.office.account("Mạc Gia Bảo", province.clinic);
        const auto foreign = province.office.account("Vi Thảo Nhiên", province.finance);
        const auto grant = [&](AccountId to, const std::string& branch) {
            return post_as(province, province.of_health, post_grant, to,
                           {{"role", "editor"}, {"branch", branch}});
        };
        CHECK(grant(nurse, agency_code(province, province.health))->status == 303);
        CHECK(count_of_roles(province, nurse) == 1);
        CHECK(grant(nurse, agency_code(province, province.finance)).error().kind ==
              Failure::forbidden);
        CHECK(grant(nurse, agency_code(province, province.root)).error().kind ==
              Failure::forbidden);
        CHECK(grant(nurse, "*").error().kind == Failure::forbidden);
        CHECK(grant(foreign, agency_code(province, province.health)).error().kind ==
              Failure::not_found);
        CHECK(count_of_roles(province, nurse) == 1);
        const auto elsewhere = post_as(province, province.of_health, post_account, {},
                                       {{"name", "Kẻ lạ"},
                                        {"agency", agency_code(province, province.finance)},
                                        {"role", "editor"}});
        CHECK(elsewhere.error().kind == Failure::forbidden);
    });
}

TEST_CASE("who reaches further than the administrator cannot be taken over by a new password")
{
    in_province([](Province& province) {
        const auto mighty =
            province.with_role("Mạc Gia Bảo", province.health, whole_province, Role::coordinator);
        const auto page = MUST(get_as(province, province.of_health, show_account, "/x", mighty));
        CHECK_FALSE(has(page, "In giấy mời"));
        for (const Handler handler : {post_invitation, post_disabling, post_grant}) {
            const auto refused =
                post_as(province, province.of_health, handler, mighty,
                        {{"role", "editor"}, {"branch", agency_code(province, province.health)}});
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == Failure::forbidden);
        }
        CHECK(post_as(province, province.administrator, post_invitation, mighty, {}));
    });
}

TEST_CASE("roles are revoked, accounts disabled; nobody locks themselves out")
{
    in_province([](Province& province) {
        const auto health = agency_code(province, province.health);
        const auto nurse =
            province.with_role("Mạc Gia Bảo", province.clinic, province.health, Role::editor);
        CHECK(post_as(province, province.of_health, post_revocation, nurse,
                      {{"role", "editor"}, {"branch", health}})
                  ->status == 303);
        CHECK(count_of_roles(province, nurse) == 0);
        const auto asked = MUST(get_as(province, province.of_health, show_disabling, "/x", nurse));
        CHECK(has(asked, "Mạc Gia Bảo"));
        CHECK(post_as(province, province.of_health, post_disabling, nurse, {})->status == 303);
        CHECK(province.office.remembered.lines.back() == "identity.account.disabled");
        CHECK(post_as(province, province.of_health, post_invitation, nurse, {}).error().kind ==
              Failure::conflict);
        CHECK(post_as(province, province.of_health, post_disabling, province.of_health, {})
                  .error()
                  .key == "identity.account.own");
        CHECK(post_as(province, province.of_health, post_revocation, province.of_health,
                      {{"role", "administrator"}, {"branch", health}})
                  .error()
                  .key == "identity.account.own");
    });
}

TEST_CASE("who administers a person ends all their sessions, who does not ends none")
{
    in_province([](Province& province) {
        const auto nurse =
            province.with_role("Mạc Gia Bảo", province.clinic, province.health, Role::editor);
        const auto count = [&] {
            auto transaction = MUST(province.office.services.database->read());
            return MUST(SessionStore{transaction}.all_of(nurse, province.office.clock.now()))
                .size();
        };
        for (int browser = 0; browser < 2; ++browser) {
            auto context = province.office.system_account();
            auto transaction = MUST(context.begin());
            const auto actor = MUST(actor_of(transaction, nurse, context.today()));
            MUST(SessionStore{transaction}.begin(actor, context.now(), Assurance::single));
            MUST(transaction.commit());
        }
        CHECK(post_as(province, nurse, post_sessions_end, province.of_health, {}).error().kind ==
              Failure::not_found);
        CHECK(count() == 2);
        CHECK(post_as(province, province.of_health, post_sessions_end, nurse, {})->status == 303);
        CHECK(count() == 0);
        CHECK(province.office.remembered.lines.back() == "identity.session.ended");
    });
}

TEST_CASE("the first administrator comes by a command, and the same command twice is one account")
{
    in_province([](Province& province) {
        auto context = province.office.system_account();
        const auto code = agency_code(province, province.root);
        const NewAdministrator asked{
            .name = "Bế Thu Nga", .user_name = "nga@songlam.gov.vn", .agency_code = code};
        const auto first = MUST(make_administrator(context, asked));
        const auto second = MUST(make_administrator(context, asked));
        CHECK(first.starts_with("/loi-moi/"));
        CHECK(first != second);
        auto transaction = MUST(context.read());
        const auto account = MUST(account_by_user_name(transaction, "nga@songlam.gov.vn"));
        REQUIRE(account);
        const auto held = MUST(roles_of(transaction, account->id));
        REQUIRE(held.size() == 1);
        CHECK(held[0].role == Role::administrator);
        CHECK(held[0].branch == whole_province);
    });
}

TEST_CASE("a command's administrator needs an agency that exists and a name")
{
    in_province([](Province& province) {
        auto context = province.office.system_account();
        CHECK(make_administrator(context, {.name = "A", .agency_code = "KHONG"}).error().kind ==
              Failure::not_found);
        CHECK(make_administrator(context,
                                 {.name = " ", .agency_code = agency_code(province, province.root)})
                  .error()
                  .key == "identity.account.name_missing");
    });
}

TEST_CASE("a user name has the form of an e-mail address, in lower case")
{
    CHECK(parse_user_name(" A.Nguyen+x@So-NV.songlam.gov.vn ") ==
          std::string("a.nguyen+x@so-nv.songlam.gov.vn"));
    for (const auto* wrong :
         {"", "a", "a@b", "@b.vn", "a@", "a@b..vn", "a b@c.vn", "á@b.vn", "a@-b.vn", "a@b@c.vn"})
        CHECK_FALSE(parse_user_name(wrong));
    CHECK_FALSE(parse_user_name(std::string(200, 'a') + "@b.vn"));
}

}  // namespace caicach::identity
