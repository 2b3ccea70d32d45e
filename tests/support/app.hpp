#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/dispatcher.hpp"
#include "app/system.hpp"
#include "base/process.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/access/role.hpp"

/// The whole product in one process, without sockets: what handler tests are written against.
namespace caicach::testing
{

/// Stands at nine in the morning of 15 March 2026, in Vietnam, until it is moved.
class AppClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void pass_seconds(std::int64_t seconds) { m_now = m_now + seconds; }

private:
    Instant m_now{instant_from_iso("2026-03-15T02:00:00.000000Z")};
};

using Fields = std::vector<std::pair<std::string, std::string>>;
using Settings = std::map<std::string, std::string>;

class App;

/// A browser with or without somebody signed in. Sends the CSRF token along, as its pages would.
class Visitor
{
public:
    Visitor(App& app, std::string session_token, std::string csrf_secret)
        : m_app(app), m_session(std::move(session_token)), m_csrf_secret(std::move(csrf_secret))
    {
    }

    http::Response get(const std::string& target);
    http::Response post(const std::string& path, const Fields& fields = {});
    /// As htmx would send it.
    http::Response post_htmx(const std::string& path, const Fields& fields = {});
    http::Response get_htmx(const std::string& target);
    /// A form with one file; `content` becomes a temporary file as an upload does.
    http::Response upload(const std::string& path, const std::string& field,
                          const std::string& file_name, std::string_view content,
                          const Fields& fields = {});
    /// For the test that a POST without its token is refused.
    http::Response post_without_token(const std::string& path, const Fields& fields = {});

private:
    http::Response send(http::RequestParts parts, bool with_token);

    App& m_app;
    std::string m_session;
    std::string m_csrf_secret;
};

/// A token of the API: what its program sends, and the code that names it on pages.
struct Token {
    std::string text{};
    std::string code{};
};

/// A fresh SQLite data folder with the schema, the reference data, the agencies of the sample
/// province and one person for each role; removed at the end.
class App
{
public:
    App() : App(Settings{}) {}
    /// With settings of the operator's besides: {"limits.code", "off"}.
    explicit App(Settings settings);
    App(const App&) = delete;
    App& operator=(const App&) = delete;
    ~App();

    AppClock clock{};

    /// A new person of that role at an agency where such people work, signed in.
    [[nodiscard]] Visitor as(identity::Role role);
    /// A new person of that role at the agency with that code ("SYT").
    [[nodiscard]] Visitor as(identity::Role role, std::string_view agency_code);
    [[nodiscard]] Visitor nobody() { return {*this, "", ""}; }
    /// Nobody, who has been on a page that takes a form from anyone, and sends its token along.
    [[nodiscard]] Visitor stranger() { return {*this, "", "secret-of-a-stranger"}; }

    /// A token of the account for ninety days, made past its page.
    [[nodiscard]] Token token_of(AccountId account, std::vector<std::string> scopes,
                                 std::string_view networks = {}, std::optional<Rate> rate = {});

    /// What no browser asked for.
    [[nodiscard]] Context system_context() { return m_system->system_context("test"); }
    /// Runs the jobs that are due, on this thread.
    int run_jobs() { return m_system->worker().run_due(); }
    [[nodiscard]] app::System& system() { return *m_system; }
    [[nodiscard]] const std::string& folder() const { return m_folder.path(); }

private:
    [[nodiscard]] Visitor sign_in(AccountId account);

    TemporaryDirectory m_folder;  // outlives what is open in it
    std::unique_ptr<app::System> m_system{};
};

}  // namespace caicach::testing
