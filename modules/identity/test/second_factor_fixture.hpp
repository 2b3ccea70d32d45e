#pragma once
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "crypto/one_time_code.hpp"
#include "identity/limits.hpp"
#include "identity/passwords/password_handlers.hpp"
#include "identity/second_factor/own_second_factor_handlers.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "identity/second_factor/second_step.hpp"
#include "identity/second_factor/second_step_handlers.hpp"
#include "identity/sessions/session_beginning.hpp"
#include "identity/test/accounts_fixture.hpp"

namespace caicach::identity::testing
{

inline const std::string good_password = "chuồn chuồn bay thấp";

/// The value of a cookie that the answer sets, without "__Host-" in its name; "-" takes it away.
inline std::string cookie_in(const http::Response& response, std::string_view name)
{
    const auto mark = http::cookie_name(name) + "=";
    for (const auto& header : response.headers()) {
        if (header.name == "Set-Cookie" && header.value.starts_with(mark))
            return header.value.substr(mark.size(), header.value.find(';') - mark.size());
    }
    return {};
}

/// A house where every role asks for a second factor, and the people in it with their telephones.
/// Hashes are cheap, so that a test of many passwords takes no minutes.
class Guarded
{
public:
    explicit Guarded(Province& in) : province(in)
    {
        in.office.services.second_factor_roles = "all";
    }

    Province& province;
    PasswordDesk desk{crypto::PasswordHasher({.operations = 1, .memory_bytes = 16 * 1024})};
    SessionGate strict{province.office.authority, "all"};

    [[nodiscard]] MovableClock& clock() const { return province.office.clock; }
    [[nodiscard]] std::string last_line() const { return province.office.remembered.lines.back(); }

    /// Chooses the password on a slip; the second step's cookie, or the session's.
    http::Response take_up(AccountId account, const std::string& name) const
    {
        const auto path = province.invitation(account);
        auto context = province.office.nobody();
        return MUST(accept_invitation(desk, context,
                                      post_of(path,
                                              {{"user_name", name},
                                               {"password", good_password},
                                               {"password_again", good_password}},
                                              {{"token", path.substr(path.rfind('/') + 1)}})));
    }
    http::Response sign_in(const std::string& name, const std::string& password = good_password)
    {
        auto context = province.office.nobody();
        return MUST(create_session_by_password(
            desk, context,
            post_of("/dang-nhap",
                    {{"user_name", name}, {"password", password}, {"tiep", "/ke-hoach"}})));
    }
    /// The page of the second step, as the browser with that cookie sees it.
    http::Response look(const std::string& step) const
    {
        auto context = province.office.nobody();
        return MUST(show_second_step(context, with_step(http::Method::get, {}, step)));
    }
    http::Response type(const std::string& step, const std::string& code)
    {
        auto context = province.office.nobody();
        return MUST(create_session_by_code(desk, context,
                                           with_step(http::Method::post, {{"code", code}}, step)));
    }

    /// What the person's telephone shows now, after it took in the secret of that step or, without
    /// one, holds the enrolled secret.
    std::string telephone(AccountId account, const std::string& step = {}) const
    {
        auto context = province.office.nobody();
        const auto key = MUST(second_factor_key(context));
        auto transaction = MUST(context.read());
        std::string sealed;
        for (const auto purpose : {StepPurpose::sign_in, StepPurpose::enrolment}) {
            const auto found =
                MUST(SecondStepStore{transaction}.find(step, purpose, context.now()));
            if (found) sealed = found->draft;
        }
        if (sealed.empty()) sealed = MUST(SecondFactorStore{transaction}.find(account))->secret;
        return crypto::one_time_code(MUST(open_secret(key, account, sealed)),
                                     crypto::code_step(context.now()));
    }

    /// A person with password and telephone; the recovery codes, as the page showed them. Half a
    /// minute passes, so that the telephone shows a new code.
    std::vector<std::string> enrolled(AccountId account, const std::string& name)
    {
        const auto step = cookie_in(take_up(account, name), second_step_cookie);
        auto codes = codes_on(type(step, telephone(account, step)));
        clock().pass_seconds(30);
        return codes;
    }
    /// A session by password and telephone.
    std::string session(AccountId account, const std::string& name)
    {
        const auto step = cookie_in(sign_in(name), second_step_cookie);
        auto token = token_in(type(step, telephone(account)));
        clock().pass_seconds(30);
        return token;
    }
    /// Who the session is of, in a house that asks every role for a second factor.
    std::optional<Session> find(const std::string& token)
    {
        auto transaction = MUST(province.office.services.database->read());
        return MUST(strict.find(transaction, token, clock().now()));
    }

    static std::vector<std::string> codes_on(const http::Response& page)
    {
        constexpr std::string_view mark = "<li><code>";
        std::vector<std::string> codes;
        const auto& text = page.text();
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
            codes.push_back(text.substr(at + mark.size(), text.find("</code>", at) - at - 10));
        return codes;
    }

    static http::Request with_step(http::Method method, Fields form, const std::string& step,
                                   const std::string& session = {},
                                   const std::string& path = second_step_path())
    {
        http::RequestParts parts{.method = method, .target = path};
        parts.form = std::move(form);
        std::string cookies = http::cookie_name(second_step_cookie) + "=" + step;
        if (!session.empty()) cookies += "; " + http::cookie_name(session_cookie) + "=" + session;
        parts.headers = {{"cookie", cookies}};
        return MUST(http::Request::create(std::move(parts)));
    }
};

inline void in_guarded_province(const std::function<void(Guarded&)>& test)
{
    in_province([&](Province& province) {
        Guarded guarded(province);
        test(guarded);
    });
}

}  // namespace caicach::identity::testing
