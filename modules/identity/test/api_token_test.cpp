#include "identity/tokens/api_token.hpp"

#include <set>

#include "identity/access/me_handlers.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/accounts/invitation.hpp"
#include "identity/limits.hpp"
#include "identity/passwords/password_handlers.hpp"
#include "identity/passwords/password_store.hpp"
#include "identity/test/accounts_fixture.hpp"
#include "identity/tokens/api_token_gate.hpp"
#include "identity/tokens/api_token_handlers.hpp"
#include "json/value.hpp"

namespace caicach::identity
{
namespace
{

using testing::has;
using testing::in_province;
using testing::post_of;
using testing::Province;
using testing::request_of;
using testing::token_of;

constexpr Permission read_drafts{"plan.read_drafts", "Xem kế hoạch đang rà soát", {"coordinator"}};
constexpr Permission review{"plan.review", "Rà soát kế hoạch", {"coordinator"}};
constexpr TokenScope plans{"plan.read", "Xem kế hoạch", {read_drafts.key}};

PasswordDesk cheap_desk()
{
    return PasswordDesk(crypto::PasswordHasher({.operations = 1, .memory_bytes = 16 * 1024}));
}

void with_scopes(const std::function<void(Province&)>& test)
{
    in_province([&](Province& province) {
        province.office.services.token_scopes = {plans};
        province.office.services.permissions = {&read_drafts, &review};
        test(province);
    });
}

testing::Fields good_form()
{
    return {{"name", "Kho dữ liệu"}, {"scope", "plan.read"}, {"days", "90"}, {"networks", ""}};
}

testing::Fields form_with(const std::string& field, const std::string& value)
{
    auto form = good_form();
    for (auto& [name, held] : form)
        if (name == field) held = value;
    return form;
}

Result<http::Response> make(Province& province, AccountId person, testing::Fields form,
                            PasswordDesk& desk)
{
    auto context = province.office.person(person);
    return post_token(desk, context, post_of(own_tokens_path(), std::move(form)));
}

http::Response made(Province& province, AccountId person, testing::Fields form)
{
    auto desk = cheap_desk();
    return MUST(make(province, person, std::move(form), desk));
}

/// "cc_live_…" in the page that shows it this once.
std::string text_in(const http::Response& page)
{
    const auto& text = page.text();
    const auto at = text.find("<code>cc_live_");
    if (at == std::string::npos) return {};
    return text.substr(at + 6, text.find('<', at + 6) - at - 6);
}

Result<Actor> gate(Province& province, const std::string& text,
                   const std::string& address = "192.0.2.7")
{
    auto& office = province.office;
    return ApiTokenGate{office.authority}.find(*office.services.database,
                                               {.text = text, .address = address},
                                               office.services.token_scopes, office.clock.now());
}

std::string refusal(Province& province, const std::string& text,
                    const std::string& address = "192.0.2.7")
{
    const auto actor = gate(province, text, address);
    return actor ? "" : actor.error().key;
}

std::vector<ApiToken> tokens_of(Province& province, AccountId account)
{
    auto transaction = MUST(province.office.services.database->read());
    return MUST(ApiTokenStore{transaction}.all_of(account));
}

}  // namespace

TEST_CASE("a token is known by its look: prefix, alphabet and checksum")
{
    std::set<std::string> all;
    for (int at = 0; at < 100; ++at) {
        const auto text = make_token_text();
        CHECK(text.size() == 46);
        CHECK(is_token_text(text));
        CHECK(all.insert(text).second);
        CHECK(token_hint(text).starts_with("cc_live_"));
        CHECK(token_hint(text).size() < 20);
    }
}

TEST_CASE("whatever is changed in a token, it is none any more")
{
    const auto text = make_token_text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto changed = text;
        changed[at] = changed[at] == 'a' ? 'b' : 'a';
        CAPTURE(at);
        CHECK(!is_token_text(changed));
    }
    CHECK(!is_token_text(""));
    CHECK(!is_token_text(text + "a"));
    CHECK(!is_token_text(text.substr(0, text.size() - 1)));
    CHECK(!is_token_text(std::string(text.size(), '\0')));
}

TEST_CASE("only Bearer brings a token along")
{
    CHECK(bearer_in("Bearer cc_live_x") == "cc_live_x");
    CHECK(bearer_in("bearer   cc_live_x ") == "cc_live_x");
    for (const auto* other : {"", "Bearer", "Basic cc_live_x", "cc_live_x", "Bearercc_live_x"})
        CHECK(bearer_in(other).empty());
}

TEST_CASE("a token is shown once, and only its hash is kept")
{
    with_scopes([](Province& province) {
        const auto person = province.office.account("Mạc Gia Bảo", province.clinic);
        const auto page = made(province, person, form_with("networks", "10.1.2.3/16\n192.0.2.7"));
        CHECK(page.status == 200);
        const auto text = text_in(page);
        CHECK(is_token_text(text));
        CHECK(province.office.remembered.lines.back() == "identity.token.created");
        const auto tokens = tokens_of(province, person);
        REQUIRE(tokens.size() == 1);
        CHECK(tokens[0].name == "Kho dữ liệu");
        CHECK(tokens[0].scopes == std::vector<std::string>{"plan.read"});
        CHECK(text_of(tokens[0].networks) == "10.1.0.0/16 192.0.2.7");
        CHECK(tokens[0].expires_on.iso() == "2026-06-13");
        auto context = province.office.person(person);
        const auto list =
            MUST(show_own_tokens(context, request_of(http::Method::get, own_tokens_path())));
        CHECK(!has(list, text));
        CHECK(has(list, token_hint(text)));
        CHECK(has(list, "Xem kế hoạch"));
    });
}

TEST_CASE("a form that lacks something comes back filled and makes no token")
{
    with_scopes([](Province& province) {
        const auto person = province.office.account("Mạc Gia Bảo", province.clinic);
        const auto refused = [&](testing::Fields form, std::string_view key) {
            CAPTURE(key);
            const auto page = made(province, person, std::move(form));
            CHECK(page.status == 422);
            CHECK(has(page, key));
            CHECK(text_in(page).empty());
        };
        refused(form_with("name", " "), "http.field.missing");
        refused(form_with("name", std::string(81, 'a')), "http.field.too_long");
        refused(form_with("scope", ""), "identity.token.no_scope");
        refused(form_with("scope", "plan.everything"), "identity.token.no_scope");
        refused(form_with("days", "366"), "http.field.too_high");
        refused(form_with("days", "0"), "http.field.too_low");
        refused(form_with("days", "mãi mãi"), "http.field.not_a_number");
        refused(form_with("networks", "máy của tôi"), "identity.token.networks_malformed");
        std::string many;
        for (int at = 0; at < 21; ++at) many += "192.0.2.7\n";
        refused(form_with("networks", many), "identity.token.networks_malformed");
        CHECK(tokens_of(province, person).empty());
    });
}

TEST_CASE("a token bound to addresses may have a rate of its own, within what the operator allows")
{
    with_scopes([](Province& province) {
        province.office.services.rates.machine_most.rates = {{1200, 60}};
        const auto person = province.of_health;
        const auto with = [](const std::string& networks, const std::string& requests) {
            auto form = form_with("networks", networks);
            form.push_back({"requests", requests});
            return form;
        };
        const auto page = made(province, person, with("192.0.2.7", "1200"));
        CHECK(has(page, "192.0.2.7; 1200 lần một phút"));
        const auto use = gate(province, text_in(page))->token;
        CHECK(use->rate == Rate{1200, 60});
        CHECK(made(province, person, with("192.0.2.7", "1201")).status == 422);
        CHECK(made(province, person, with("192.0.2.7", "0")).status == 422);
        const auto anywhere = made(province, person, with("", "100"));
        CHECK(anywhere.status == 422);
        CHECK(has(anywhere, "identity.token.rate_without_networks"));
        CHECK(has(anywhere, "value=\"100\""));
        const auto usual = text_in(made(province, person, with("192.0.2.7", "")));
        CHECK_FALSE(gate(province, usual)->token->rate);
        CHECK(tokens_of(province, person).size() == 2);
    });
}

TEST_CASE("nobody has more than twenty that work")
{
    with_scopes([](Province& province) {
        const auto person = province.office.account("Mạc Gia Bảo", province.clinic);
        for (int at = 0; at < 20; ++at) CHECK(made(province, person, good_form()).status == 200);
        const auto page = made(province, person, good_form());
        CHECK(page.status == 409);
        CHECK(has(page, "identity.token.too_many"));
        province.office.clock.pass_seconds(91 * 24 * 3600);
        CHECK(made(province, person, good_form()).status == 200);
    });
}

TEST_CASE("a stolen session makes no token: the password is asked for, and guesses are counted")
{
    with_scopes([](Province& province) {
        auto desk = cheap_desk();
        const auto person = province.administrator;
        {
            auto context = province.office.system_account();
            auto transaction = MUST(context.begin());
            const auto hash = MUST(desk.hash("chuồn chuồn bay thấp"));
            MUST(PasswordStore{transaction}.save(person, hash, context.now()));
            MUST(transaction.commit());
        }
        const auto with = [&](const std::string& password) {
            auto form = good_form();
            form.push_back({"password", password});
            return MUST(make(province, person, std::move(form), desk));
        };
        for (int at = 0; at < 10; ++at) {
            const auto page = with("sai");
            CHECK(page.status == 422);
            CHECK(has(page, "identity.password.wrong"));
        }
        const auto delayed = with("chuồn chuồn bay thấp");
        CHECK(delayed.status == 429);
        CHECK(delayed.header("Retry-After") == "30");
        CHECK(tokens_of(province, person).empty());
        province.office.clock.pass_seconds(30);
        CHECK(is_token_text(text_in(with("chuồn chuồn bay thấp"))));
    });
}

TEST_CASE("a token reads with its owner's rights, and at most with those of its scopes")
{
    with_scopes([](Province& province) {
        const auto& office = province.office;
        const auto person =
            province.with_role("Mạc Gia Bảo", province.clinic, province.health, Role::coordinator);
        auto context = office.system_account();
        const auto token = token_of(context, person, {"plan.read"});
        const auto actor = MUST(gate(province, token.text));
        CHECK(actor.account == person);
        CHECK(actor.name == "Mạc Gia Bảo");
        const auto health = organisation::scope_of(province.health);
        CHECK(office.authority.may(actor, read_drafts, health));
        CHECK(office.authority.may_anywhere(actor, read_drafts));
        CHECK(!office.authority.may(actor, read_drafts, organisation::scope_of(province.finance)));
        // Held by the person, not carried by the token.
        CHECK(!office.authority.may(actor, review, health));
        CHECK(!office.authority.may_anywhere(actor, review));
        const auto bare = MUST(gate(province, token_of(context, person, {}).text));
        CHECK(!office.authority.may_anywhere(bare, read_drafts));
    });
}

TEST_CASE("a role revoked or an account disabled is worth nothing at the token's next use")
{
    with_scopes([](Province& province) {
        const auto& office = province.office;
        const auto person =
            province.with_role("Mạc Gia Bảo", province.clinic, province.health, Role::coordinator);
        auto context = office.system_account();
        const auto token = token_of(context, person, {"plan.read"});
        CHECK(office.authority.may_anywhere(MUST(gate(province, token.text)), read_drafts));
        {
            auto transaction = MUST(context.begin());
            MUST(revoke_role(context, transaction, person, Role::coordinator, province.health));
            MUST(transaction.commit());
        }
        CHECK(!office.authority.may_anywhere(MUST(gate(province, token.text)), read_drafts));
        {
            auto transaction = MUST(context.begin());
            MUST(disable_account(context, transaction, person));
            MUST(transaction.commit());
        }
        CHECK(refusal(province, token.text) == "identity.token.unknown");
    });
}

TEST_CASE("what is unknown, over, revoked or comes from elsewhere is refused, each in its words")
{
    with_scopes([](Province& province) {
        auto context = province.office.system_account();
        const auto person = province.administrator;
        CHECK(refusal(province, "cc_live_x") == "identity.token.unknown");
        CHECK(refusal(province, make_token_text()) == "identity.token.unknown");
        const auto bound = token_of(context, person, {}, "192.0.2.0/28 2001:db8::/32");
        CHECK(refusal(province, bound.text).empty());
        CHECK(refusal(province, bound.text, "2001:db8:7::1").empty());
        CHECK(refusal(province, bound.text, "192.0.2.16") == "identity.token.elsewhere");
        CHECK(refusal(province, bound.text, "") == "identity.token.elsewhere");
        CHECK(gate(province, bound.text)->token->is_machine);
        const auto free = token_of(context, person, {});
        CHECK(!gate(province, free.text)->token->is_machine);
        {
            auto transaction = MUST(context.begin());
            CHECK(MUST(ApiTokenStore{transaction}.revoke(free.token.id, context.now())));
            CHECK(!MUST(ApiTokenStore{transaction}.revoke(free.token.id, context.now())));
            MUST(transaction.commit());
        }
        CHECK(refusal(province, free.text) == "identity.token.revoked");
        province.office.clock.pass_seconds(90 * 24 * 3600);
        CHECK(refusal(province, bound.text).empty());
        province.office.clock.pass_seconds(24 * 3600);
        CHECK(refusal(province, bound.text) == "identity.token.expired");
    });
}

TEST_CASE("the day of a token's last use is noted once a day")
{
    with_scopes([](Province& province) {
        auto context = province.office.system_account();
        const auto token = token_of(context, province.administrator, {});
        const auto used = [&] {
            return tokens_of(province, province.administrator)[0].last_used_on;
        };
        CHECK(!used());
        CHECK(gate(province, token.text));
        CHECK(used()->iso() == "2026-03-15");
        province.office.clock.pass_seconds(24 * 3600);
        CHECK(gate(province, token.text));
        CHECK(used()->iso() == "2026-03-16");
        CHECK(refusal(province, token.text, "x").empty());
    });
}

TEST_CASE("one ends one's own tokens, an administrator those of the branch, nobody another's")
{
    with_scopes([](Province& province) {
        auto context = province.office.system_account();
        const auto nurse = province.office.account("Mạc Gia Bảo", province.clinic);
        const auto foreign = province.office.account("Vi Thảo Nhiên", province.finance);
        const auto of_nurse = token_of(context, nurse, {"plan.read"});
        const auto of_foreign = token_of(context, foreign, {"plan.read"});
        const auto of_mighty = token_of(context, province.administrator, {"plan.read"});
        const auto revoke_as = [&](AccountId person, const std::string& code, bool as_own) {
            auto asking = province.office.person(person);
            const auto request = post_of(tokens_path(), {{"token", code}});
            return as_own ? post_own_revocation(asking, request)
                          : post_token_revocation(asking, request);
        };
        CHECK(revoke_as(foreign, of_nurse.token.code, true).error().key ==
              "identity.token.not_found");
        CHECK(revoke_as(foreign, "khong-co", true).error().key == "identity.token.not_found");
        CHECK(revoke_as(province.of_health, of_foreign.token.code, false).error().key ==
              "identity.token.not_found");
        CHECK(revoke_as(province.of_health, of_mighty.token.code, false).error().kind ==
              Failure::not_found);
        CHECK(refusal(province, of_nurse.text).empty());
        CHECK(revoke_as(province.of_health, of_nurse.token.code, false)->status == 303);
        CHECK(refusal(province, of_nurse.text) == "identity.token.revoked");
        CHECK(province.office.remembered.lines.back() == "identity.token.revoked");
        CHECK(revoke_as(foreign, of_foreign.token.code, true)->status == 303);
        CHECK(refusal(province, of_foreign.text) == "identity.token.revoked");
        CHECK(refusal(province, of_mighty.text).empty());
    });
}

TEST_CASE("an administrator cannot end a token of who reaches beyond their branch")
{
    with_scopes([](Province& province) {
        auto context = province.office.system_account();
        const auto mighty = province.with_role("Mạc Gia Bảo", province.health, province.root);
        const auto token = token_of(context, mighty, {"plan.read"});
        auto asking = province.office.person(province.of_health);
        const auto answer =
            post_token_revocation(asking, post_of(tokens_path(), {{"token", token.token.code}}));
        CHECK(answer.error().kind == Failure::forbidden);
        CHECK(refusal(province, token.text).empty());
    });
}

TEST_CASE("an administrator sees the tokens of their branch that still work, and no others")
{
    with_scopes([](Province& province) {
        auto context = province.office.system_account();
        const auto nurse = province.office.account("Mạc Gia Bảo", province.clinic);
        const auto foreign = province.office.account("Vi Thảo Nhiên", province.finance);
        token_of(context, nurse, {"plan.read"});
        token_of(context, foreign, {"plan.read"});
        const auto list_of = [&](AccountId person) {
            auto asking = province.office.person(person);
            return MUST(show_tokens(asking, request_of(http::Method::get, tokens_path())));
        };
        CHECK(has(list_of(province.administrator), "Mạc Gia Bảo"));
        CHECK(has(list_of(province.administrator), "Vi Thảo Nhiên"));
        CHECK(has(list_of(province.of_health), "Mạc Gia Bảo"));
        CHECK(!has(list_of(province.of_health), "Vi Thảo Nhiên"));
        province.office.clock.pass_seconds(91 * 24 * 3600);
        CHECK(!has(list_of(province.administrator), "Mạc Gia Bảo"));
    });
}

TEST_CASE("whoever chooses a new password by an invitation has no tokens left")
{
    with_scopes([](Province& province) {
        const auto desk = cheap_desk();
        auto context = province.office.system_account();
        const auto person = province.office.account("Mạc Gia Bảo", province.clinic);
        const auto token = token_of(context, person, {"plan.read"});
        const auto path = province.invitation(person);
        auto nobody = province.office.nobody();
        const auto secret = path.substr(std::string_view{"/loi-moi/"}.size());
        const auto answer =
            MUST(accept_invitation(desk, nobody,
                                   post_of(path,
                                           {{"user_name", "bao@songlam.gov.vn"},
                                            {"password", "chuồn chuồn bay thấp"},
                                            {"password_again", "chuồn chuồn bay thấp"}},
                                           {{"token", secret}})));
        CHECK(answer.status == 303);
        CHECK(refusal(province, token.text) == "identity.token.revoked");
    });
}

TEST_CASE("the API says who is asking, by what, how often they may, and what")
{
    with_scopes([](Province& province) {
        auto& office = province.office;
        const auto person =
            province.with_role("Mạc Gia Bảo", province.clinic, province.health, Role::coordinator);
        const auto ask = [](Context context) {
            const auto answer = MUST(show_me(context, request_of(http::Method::get, "/api/v1/me")));
            return MUST(json::parse(answer.text()));
        };
        const auto by_session = ask(office.person(person));
        CHECK(by_session["account"]["name"].as_string() == "Mạc Gia Bảo");
        CHECK(by_session["account"]["user_name"].is_null());
        CHECK(by_session["agency"]["name"].as_string() == "Trung tâm Y tế Đắk Sim");
        CHECK(by_session["token"].is_null());
        CHECK(by_session["limits"].elements()[0]["requests"].as_integer() == 1500);
        CHECK(by_session["may"].elements().size() == 2);
        auto context = office.system_account();
        const auto made = token_of(context, person, {"plan.read"}, "192.0.2.7");
        const auto by_token =
            ask(Context{office.services, MUST(gate(province, made.text)), "req-1"});
        CHECK(by_token["token"]["name"].as_string() == "Kho dữ liệu");
        CHECK(by_token["token"]["hint"].as_string() == made.token.hint);
        CHECK(by_token["token"]["scopes"].elements()[0].as_string() == "plan.read");
        CHECK(by_token["token"]["networks"].elements()[0].as_string() == "192.0.2.7");
        CHECK(by_token["token"]["expires_on"].as_string() == "2026-06-13");
        CHECK(by_token["limits"].elements()[0]["requests"].as_integer() == 600);
        REQUIRE(by_token["may"].elements().size() == 1);
        CHECK(by_token["may"].elements()[0]["permission"].as_string() == "plan.read_drafts");
    });
}

}  // namespace caicach::identity
