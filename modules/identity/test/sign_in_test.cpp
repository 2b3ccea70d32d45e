#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "identity/limits.hpp"
#include "identity/module.hpp"
#include "identity/sign_in/sign_in_handlers.hpp"
#include "identity/sql.hpp"
#include "identity/testing.hpp"
#include "organisation/module.hpp"
#include "testing/databases.hpp"

namespace caicach::identity
{
namespace
{

using testing::Office;

void in_sample(const std::function<void(Office&)>& test)
{
    std::vector<database::Migration> migrations;
    for (const auto& manifest : {organisation::module(), module()})
        migrations.insert(migrations.end(), manifest.migrations().begin(),
                          manifest.migrations().end());
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        Office office(database);
        const auto interior = office.agency("Sở Nội vụ");
        const auto health = office.agency("Sở Y tế");
        const auto bureau = office.agency("Văn phòng Ủy ban nhân dân tỉnh", "provincial_office");
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        CHECK(MUST(seed_sample_people(context, transaction, {interior, health, health, bureau})));
        MUST(transaction.commit());
        test(office);
    });
}

std::vector<SampleLink> links(Office& office)
{
    auto context = office.system_account();
    return MUST(make_sample_links(context));
}

/// Where the last line came from.
class Origins final : public Recorder
{
public:
    std::string address{};
    std::string session{};
    [[nodiscard]] Result<void> record(database::Transaction& /*transaction*/,
                                      const Actor& /*actor*/, Instant /*at*/,
                                      const AuditLine& line) override
    {
        address = line.address;
        session = line.session;
        return {};
    }
};

struct Asked {
    http::Method method{http::Method::get};
    std::string path{};
    std::string address{"127.0.0.1"};
    std::string cookie{};
};

/// Through the router's eyes, without a server: the link's page, or its button.
Result<http::Response> ask(Office& office, const Asked& asked)
{
    http::RequestParts parts;
    parts.method = asked.method;
    parts.target = asked.path;
    parts.remote_address = asked.address;
    if (!asked.cookie.empty())
        parts.headers.push_back({"cookie", http::cookie_name(session_cookie) + "=" + asked.cookie});
    auto request = MUST(http::Request::create(std::move(parts)));
    request.set_path_parameters({{"token", asked.path.substr(asked.path.rfind('/') + 1)}});
    auto context = office.nobody();
    return asked.method == http::Method::get ? show_sign_in_link(context, request)
                                             : create_session(context, request);
}

Result<http::Response> get(Office& office, const std::string& path)
{
    return ask(office, {.path = path});
}

Result<http::Response> post(Office& office, const std::string& path, std::string cookie = {})
{
    return ask(office, {.method = http::Method::post, .path = path, .cookie = std::move(cookie)});
}

/// The session's token, from "__Host-caicach=TOKEN; …".
std::string token_of(const http::Response& response)
{
    const auto cookie = response.header("Set-Cookie");
    const auto begin = cookie.find('=') + 1;
    return std::string(cookie.substr(begin, cookie.find(';') - begin));
}

std::string sign_in(Office& office) { return token_of(MUST(post(office, links(office)[0].path))); }

std::optional<Session> find(Office& office, const std::string& token)
{
    auto transaction = MUST(office.services.database->read());
    return MUST(office.gate.find(transaction, token, office.clock.now()));
}

/// A page of its own says why the link opens nothing.
bool refuses(const Result<http::Response>& answer, std::string_view key)
{
    return answer && answer->status == 404 && answer->header("Set-Cookie").empty() &&
           answer->text().find(key) != std::string::npos;
}

}  // namespace

TEST_CASE("each role of the sample has one person and one link, in the order of the roles")
{
    in_sample([](Office& office) {
        const auto all = links(office);
        REQUIRE(all.size() == 5);
        CHECK(all[0].role == "Điều phối");
        CHECK(all[0].agency == "Sở Nội vụ");
        CHECK(all[3].role == "Theo dõi");
        CHECK(all[0].path.starts_with("/dang-nhap/"));
        CHECK(all[0].path != all[1].path);
    });
}

TEST_CASE("the sample's people are made once")
{
    in_sample([](Office& office) {
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        CHECK_FALSE(MUST(seed_sample_people(context, transaction, {})));
    });
}

TEST_CASE("looking at a link shows whose it is and uses nothing up")
{
    in_sample([](Office& office) {
        const auto link = links(office)[0];
        for (int look = 0; look < 3; ++look) {
            const auto page = get(office, link.path);
            REQUIRE(page);
            CHECK(page->text().find(link.person) != std::string::npos);
            CHECK(page->text().find("method=\"post\"") != std::string::npos);
            CHECK(page->header("Set-Cookie").empty());
        }
        CHECK(post(office, link.path));
    });
}

TEST_CASE("the line of signing in names the session that begins there, and from where")
{
    in_sample([](Office& office) {
        Origins origins;
        const auto link = links(office)[0];
        office.services.recorder = &origins;
        const auto answer = post(office, link.path);
        REQUIRE(answer);
        CHECK(origins.address == "127.0.0.1");
        const auto session = find(office, token_of(*answer));
        REQUIRE(session);
        CHECK(origins.session == session->handle());
        // The handle is no key: neither the token nor enough of its hash.
        CHECK(token_of(*answer).find(origins.session) == std::string::npos);
        CHECK_FALSE(find(office, origins.session));
    });
}

TEST_CASE("the button signs in once; the second press is told why not")
{
    in_sample([](Office& office) {
        const auto link = links(office)[0];
        const auto answer = post(office, link.path);
        REQUIRE(answer);
        CHECK(answer->status == 303);
        const auto cookie = answer->header("Set-Cookie");
        CHECK(cookie.starts_with("__Host-caicach="));
        for (const auto* word : {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"})
            CHECK(cookie.find(word) != std::string_view::npos);
        const auto session = find(office, token_of(*answer));
        REQUIRE(session);
        CHECK(session->actor.name == link.person);
        CHECK(session->actor.agency_name == "Sở Nội vụ");
        CHECK(session->actor.is_signed_in());
        CHECK(office.remembered.lines.back() == "identity.session.created");

        CHECK(refuses(post(office, link.path), "identity.link.used"));
        CHECK(refuses(get(office, link.path), "identity.link.used"));
    });
}

TEST_CASE("new links kill the old ones")
{
    in_sample([](Office& office) {
        const auto old = links(office)[0].path;
        const auto fresh = links(office)[0].path;
        CHECK(refuses(get(office, old), "identity.link.unknown"));
        CHECK(refuses(post(office, old), "identity.link.unknown"));
        CHECK(post(office, fresh));
    });
}

TEST_CASE("a link expires, and one that never was is unknown")
{
    in_sample([](Office& office) {
        const auto link = links(office)[0].path;
        office.clock.pass_seconds(limits::sample_link_seconds);
        CHECK(refuses(get(office, link), "identity.link.expired"));
        CHECK(refuses(post(office, link), "identity.link.expired"));
        CHECK(refuses(get(office, "/dang-nhap/abc"), "identity.link.unknown"));
        const auto none = "/dang-nhap/" + std::string(43, 'a');
        CHECK(refuses(get(office, none), "identity.link.unknown"));
    });
}

TEST_CASE("links work on this machine only")
{
    in_sample([](Office& office) {
        const auto link = links(office)[0].path;
        for (const auto* address : {"192.0.2.7", "10.0.0.1", "2001:db8::1", "128.0.0.1", ""}) {
            for (const auto method : {http::Method::get, http::Method::post}) {
                const auto refused =
                    ask(office, {.method = method, .path = link, .address = address});
                REQUIRE_FALSE(refused);
                CHECK(refused.error().key == "identity.loopback_only");
            }
        }
        CHECK(ask(office, {.path = link, .address = "::1"}));
        CHECK(ask(office, {.path = link, .address = "127.0.0.1"}));
    });
}

TEST_CASE("links work in the sample province only")
{
    in_sample([](Office& office) {
        const auto link = links(office)[0].path;
        office.services.is_sample = false;
        CHECK(get(office, link).error().key == "identity.sample_only");
        CHECK(post(office, link).error().key == "identity.sample_only");
        auto context = office.system_account();
        CHECK(make_sample_links(context).error().kind == Failure::forbidden);
    });
}

TEST_CASE("signing in again ends the session that the browser had")
{
    in_sample([](Office& office) {
        const auto all = links(office);
        const auto first = token_of(MUST(post(office, all[0].path)));
        const auto second = token_of(MUST(post(office, all[1].path, first)));
        CHECK(first != second);
        CHECK_FALSE(find(office, first));
        REQUIRE(find(office, second));
    });
}

TEST_CASE("the database holds the hash of a token, and each session has a secret of its own")
{
    in_sample([](Office& office) {
        const auto all = links(office);
        const auto first = token_of(MUST(post(office, all[0].path)));
        const auto second = token_of(MUST(post(office, all[1].path)));
        const auto one = find(office, first);
        const auto two = find(office, second);
        REQUIRE(one);
        REQUIRE(two);
        CHECK(one->token_hash == crypto::sha256_hex(first));
        CHECK(one->csrf_secret.size() == 43);
        CHECK(one->csrf_secret != two->csrf_secret);
        CHECK(one->csrf_secret != first);
        CHECK_FALSE(find(office, one->token_hash));
    });
}

TEST_CASE("a session left alone ends after half an hour; one in use after twelve hours")
{
    in_sample([](Office& office) {
        const auto left_alone = sign_in(office);
        office.clock.pass_seconds(limits::session_idle_seconds);
        CHECK(find(office, left_alone));
        office.clock.pass_seconds(1);
        CHECK_FALSE(find(office, left_alone));

        const auto in_use = sign_in(office);
        for (std::int64_t passed = 0; passed < limits::session_absolute_seconds; passed += 1200) {
            const auto session = find(office, in_use);
            REQUIRE(session);
            CHECK(office.gate.touch(*office.services.database, *session, office.clock.now()));
            office.clock.pass_seconds(1200);
        }
        CHECK(find(office, in_use));
        office.clock.pass_seconds(1);
        CHECK_FALSE(find(office, in_use));
    });
}

TEST_CASE("being there is noted at most once a minute")
{
    in_sample([](Office& office) {
        const auto token = sign_in(office);
        const auto begun = office.clock.now();
        const auto seen_after = [&](std::int64_t seconds) {
            office.clock.pass_seconds(seconds);
            const auto session = find(office, token);
            REQUIRE(session);
            CHECK(office.gate.touch(*office.services.database, *session, office.clock.now()));
            return find(office, token)->last_seen_at;
        };
        CHECK(seen_after(59) == begun);
        CHECK(seen_after(1) == begun + 60);
        CHECK(seen_after(30) == begun + 60);
    });
}

TEST_CASE("a disabled account loses its sessions and its link")
{
    in_sample([](Office& office) {
        const auto all = links(office);
        const auto token = token_of(MUST(post(office, all[0].path)));
        const auto account = find(office, token)->actor.account;
        const auto fresh = links(office)[0].path;
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        MUST(disable_account(context, transaction, account));
        MUST(transaction.commit());
        CHECK_FALSE(find(office, token));
        CHECK(refuses(post(office, fresh), "identity.link.account_disabled"));
    });
}

TEST_CASE("signing out ends the session and takes the cookie back")
{
    in_sample([](Office& office) {
        const auto token = sign_in(office);
        http::RequestParts parts;
        parts.method = http::Method::post;
        parts.target = sign_out_path();
        parts.headers = {{"cookie", "__Host-caicach=" + token}};
        const auto request = MUST(http::Request::create(std::move(parts)));
        auto context = office.person(find(office, token)->actor.account);
        const auto answer = MUST(remove_session(context, request));
        CHECK(answer.status == 303);
        CHECK(answer.header("Set-Cookie").find("Max-Age=0") != std::string_view::npos);
        CHECK(answer.header("Clear-Site-Data") == "\"cache\", \"storage\"");
        CHECK_FALSE(find(office, token));
        CHECK(office.remembered.lines.back() == "identity.session.removed");
    });
}

TEST_CASE("a person has so many browsers at once; the one seen longest ago gives way")
{
    in_sample([](Office& office) {
        const auto first = sign_in(office);
        for (int more = 0; more < limits::sessions_per_account_max; ++more) {
            office.clock.pass_seconds(1);
            CHECK(find(office, first));
            CHECK(find(office, sign_in(office)));
        }
        CHECK_FALSE(find(office, first));
    });
}

TEST_CASE("a cookie that is no token of ours finds nobody")
{
    in_sample([](Office& office) {
        for (const auto& cookie :
             {std::string{}, std::string("x"), std::string(43, '0'), std::string(5000, 'a')})
            CHECK_FALSE(find(office, cookie));
    });
}

}  // namespace caicach::identity
