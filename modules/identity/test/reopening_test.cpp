#include "identity/accounts/account_care_handlers.hpp"
#include "identity/test/second_factor_fixture.hpp"

namespace caicach::identity
{
namespace
{

using testing::cookie_in;
using testing::Guarded;
using testing::in_guarded_province;

const std::string ca = "ca@songlam.gov.vn";

Result<http::Response> reopen(Guarded& guarded, AccountId by, AccountId account)
{
    auto context = guarded.province.office.person(by);
    const auto code = guarded.province.code_of(account);
    return post_reopening(
        context, testing::post_of("/tai-khoan/" + code + "/mo-lai", {}, {{"account", code}}));
}

void disable(Guarded& guarded, AccountId account)
{
    auto context = guarded.province.office.system_account();
    auto transaction = MUST(context.begin());
    MUST(disable_account(context, transaction, account));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("a reopened account has its roles and its telephone, and needs a new password")
{
    in_guarded_province([](Guarded& guarded) {
        auto& province = guarded.province;
        const auto person = province.of_health;
        guarded.enrolled(person, ca);
        const auto open_slip = province.invitation(person);
        const auto waiting = cookie_in(guarded.sign_in(ca), second_step_cookie);
        disable(guarded, person);
        CHECK(guarded.sign_in(ca).status == 422);

        CHECK(MUST(reopen(guarded, province.administrator, person)).status == 303);
        CHECK(guarded.last_line() == "identity.account.reopened");
        CHECK(guarded.sign_in(ca).status == 422);
        CHECK(guarded.look(waiting).status == 404);
        auto nobody = province.office.nobody();
        const auto old = MUST(show_invitation(
            nobody, testing::request_of(http::Method::get, open_slip, {},
                                        {{"token", open_slip.substr(open_slip.rfind('/') + 1)}})));
        CHECK(old.status == 404);

        const auto step = cookie_in(guarded.take_up(person, ca), second_step_cookie);
        const auto token = testing::token_in(guarded.type(step, guarded.telephone(person)));
        REQUIRE(guarded.find(token));
        auto context = province.office.person(person);
        CHECK(context.may_anywhere(Permission{
            .key = "identity.manage", .text = "Quản lý tài khoản", .roles = {"administrator"}}));
    });
}

TEST_CASE("an account that is open stays as it is, password and all")
{
    in_guarded_province([](Guarded& guarded) {
        auto& province = guarded.province;
        guarded.enrolled(province.of_health, ca);
        const auto before = province.office.remembered.lines.size();
        CHECK(MUST(reopen(guarded, province.administrator, province.of_health)).status == 303);
        CHECK(province.office.remembered.lines.size() == before);
        CHECK(guarded.sign_in(ca).status == 303);
    });
}

TEST_CASE("who does not administer all that an account holds cannot reopen it")
{
    in_guarded_province([](Guarded& guarded) {
        auto& province = guarded.province;
        const auto mighty = province.with_role("Người trên", province.health, province.root);
        disable(guarded, mighty);
        const auto refused = reopen(guarded, province.of_health, mighty);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::forbidden);
        const auto elsewhere =
            province.with_role("Người khác", province.finance, province.finance, Role::editor);
        disable(guarded, elsewhere);
        CHECK(reopen(guarded, province.of_health, elsewhere).error().kind == Failure::not_found);
    });
}

}  // namespace caicach::identity
