#include <doctest/doctest.h>

#include <algorithm>

#include "accounts_fixture.hpp"
#include "identity/accounts/account_views.hpp"
#include "identity/oidc/oidc_link_handlers.hpp"
#include "identity/oidc/oidc_link_store.hpp"
#include "oidc_fixture.hpp"

namespace caicach::identity
{

namespace
{

using testing::Fields;
using testing::has;
using testing::in_province;
using testing::post_of;
using testing::provider_settings;
using testing::Province;
using testing::request_of;

void with_provider(const std::function<void(Province&)>& test)
{
    in_province([&](Province& province) {
        province.office.services.sign_in_provider = provider_settings();
        test(province);
    });
}

Fields path_of(Province& province, AccountId account)
{
    return {{"account", province.code_of(account)}};
}

Result<http::Response> post_link(Province& province, AccountId by, AccountId account,
                                 const std::string& subject)
{
    auto context = province.office.person(by);
    return post_oidc_link(context,
                          post_of("/x", {{"subject", subject}}, path_of(province, account)));
}

Result<http::Response> post_unlinking(Province& province, AccountId by, AccountId account)
{
    auto context = province.office.person(by);
    return post_oidc_unlinking(context, post_of("/x", {}, path_of(province, account)));
}

std::string subject_of(Province& province, AccountId account)
{
    auto transaction = MUST(province.office.services.database->read());
    const auto link = MUST(OidcLinkStore{transaction}.link_of(account, provider_settings().issuer));
    return link ? link->subject : "";
}

}  // namespace

TEST_CASE("an administrator links an account of the branch, sees it and unlinks it")
{
    with_provider([](Province& province) {
        const auto officer = province.with_role("Mạc Gia Bảo", province.clinic, province.clinic,
                                                Role::agency_officer);
        CHECK(MUST(post_link(province, province.of_health, officer, " bao-01 ")).status == 303);
        CHECK(subject_of(province, officer) == "bao-01");
        CHECK(province.office.remembered.lines.back() ==
              R"(identity.oidc.linked {"by":"administrator"})");
        auto context = province.office.person(province.of_health);
        const auto page = MUST(show_oidc_link(
            context, request_of(http::Method::get, "/x", {}, path_of(province, officer))));
        CHECK(has(page, "<code>bao-01</code>"));
        CHECK(MUST(post_unlinking(province, province.of_health, officer)).status == 303);
        CHECK(subject_of(province, officer).empty());
        CHECK(province.office.remembered.lines.back() == "identity.oidc.unlinked");
        CHECK(post_unlinking(province, province.of_health, officer).error().key ==
              "identity.oidc.not_linked");
    });
}

TEST_CASE("unlinking ends the sessions of the account")
{
    with_provider([](Province& province) {
        CHECK(
            MUST(post_link(province, province.administrator, province.of_health, "ca-01")).status ==
            303);
        auto transaction = MUST(province.office.services.database->write());
        const auto actor =
            MUST(actor_of(transaction, province.of_health, Date::of(province.office.clock.now())));
        MUST(
            SessionStore{transaction}.begin(actor, province.office.clock.now(), Assurance::single));
        MUST(transaction.commit());
        CHECK(MUST(post_unlinking(province, province.administrator, province.of_health)).status ==
              303);
        auto after = MUST(province.office.services.database->read());
        CHECK(MUST(SessionStore{after}.all_of(province.of_health, province.office.clock.now()))
                  .empty());
    });
}

TEST_CASE("a subject or an account that is linked already, or no subject at all, is refused")
{
    with_provider([](Province& province) {
        CHECK(
            MUST(post_link(province, province.administrator, province.of_health, "ca-01")).status ==
            303);
        const auto other = province.with_role("Mạc Gia Bảo", province.finance, province.finance,
                                              Role::agency_officer);
        const auto taken = MUST(post_link(province, province.administrator, other, "ca-01"));
        CHECK(taken.status == 409);
        CHECK(has(taken, "identity.oidc.linked_already"));
        CHECK(has(taken, "value=\"ca-01\""));
        CHECK(
            MUST(post_link(province, province.administrator, province.of_health, "ca-02")).status ==
            409);
        for (const std::string wrong : {"", "hai từ", "dấu-ắ"}) {
            const auto refused = MUST(post_link(province, province.administrator, other, wrong));
            CHECK(refused.status == 422);
            CHECK(has(refused, "identity.oidc.subject_malformed"));
        }
        CHECK(subject_of(province, other).empty());
        CHECK(subject_of(province, province.of_health) == "ca-01");
    });
}

TEST_CASE("another branch's account is not there, a mightier one's link stays as it is")
{
    with_provider([](Province& province) {
        const auto stranger = province.with_role("Mạc Gia Bảo", province.finance, province.finance,
                                                 Role::agency_officer);
        CHECK(post_link(province, province.of_health, stranger, "x").error().kind ==
              Failure::not_found);
        CHECK(post_unlinking(province, province.of_health, stranger).error().kind ==
              Failure::not_found);
        // Who could name the subject of a mightier colleague would be them.
        const auto mightier = province.with_role("Bế Thu Nga", province.health, province.root);
        CHECK(post_link(province, province.of_health, mightier, "toi").error().kind ==
              Failure::forbidden);
        CHECK(MUST(post_link(province, province.administrator, mightier, "nga-01")).status == 303);
        CHECK(post_unlinking(province, province.of_health, mightier).error().kind ==
              Failure::forbidden);
        CHECK(subject_of(province, mightier) == "nga-01");
    });
}

TEST_CASE("a person is told the names that providers know them by; they go with the account's data")
{
    with_provider([](Province& province) {
        CHECK(
            MUST(post_link(province, province.administrator, province.of_health, "ca-01")).status ==
            303);
        const auto manifest = module();
        const auto section =
            std::ranges::find(manifest.personal_data(), "dinh-danh", &PersonalDataSection::key);
        REQUIRE(section != manifest.personal_data().end());
        auto context = province.office.person(province.administrator);
        auto transaction = MUST(context.begin());
        const auto rows = MUST(section->rows(context, transaction, province.of_health));
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].size() == section->columns.size());
        CHECK(rows[0][0] == provider_settings().issuer);
        CHECK(rows[0][1] == "ca-01");
        CHECK(MUST(section->rows(context, transaction, province.administrator)).empty());
        MUST(section->erase(context, transaction, province.of_health));
        CHECK(MUST(section->rows(context, transaction, province.of_health)).empty());
    });
}

TEST_CASE("without a provider the page says so, and nothing is linked")
{
    in_province([](Province& province) {
        auto context = province.office.person(province.administrator);
        const auto page =
            MUST(show_oidc_link(context, request_of(http::Method::get, "/x", {},
                                                    path_of(province, province.of_health))));
        CHECK(page.status == 200);
        CHECK(has(page, "chưa nối với hệ thống định danh nào"));
        CHECK(post_link(province, province.administrator, province.of_health, "x").error().key ==
              "identity.oidc.off");
        CHECK(post_unlinking(province, province.administrator, province.of_health).error().key ==
              "identity.oidc.off");
    });
}

}  // namespace caicach::identity
