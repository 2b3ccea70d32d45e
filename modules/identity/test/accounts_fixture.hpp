#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/process.hpp"
#include "crypto/public_code.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/module.hpp"
#include "identity/passwords/password_desk.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/testing.hpp"
#include "identity/tokens/api_token_store.hpp"
#include "jobs/jobs.hpp"
#include "organisation/module.hpp"
#include "testing/databases.hpp"

namespace caicach::identity::testing
{

/// A province with an administrator, another of one department, and people below them.
struct Province {
    Office& office;
    organisation::AgencyId root{office.agency("Ủy ban nhân dân tỉnh", "provincial_committee")};
    organisation::AgencyId health{office.agency("Sở Y tế", "department", root)};
    organisation::AgencyId clinic{
        office.agency("Trung tâm Y tế Đắk Sim", "public_service_unit", health)};
    organisation::AgencyId finance{office.agency("Sở Tài chính", "department", root)};
    AccountId administrator{with_role("Khuất Duy Linh", root, root)};
    AccountId of_health{with_role("Trương Nhã Ca", health, health)};

    [[nodiscard]] AccountId with_role(std::string_view name, organisation::AgencyId agency,
                                      organisation::AgencyId branch,
                                      Role role = Role::administrator) const
    {
        const auto account = office.account(name, agency);
        office.grant(account, role, branch);
        return account;
    }
    [[nodiscard]] std::string code_of(AccountId account) const
    {
        auto transaction = MUST(office.services.database->read());
        return MUST(account_by_id(transaction, account)).code;
    }
    /// The path of a new invitation, made by the system.
    [[nodiscard]] std::string invitation(AccountId account) const
    {
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        auto path = MUST(invite(context, transaction, account, 3600));
        MUST(transaction.commit());
        return path;
    }
};

inline void in_province(const std::function<void(Province&)>& test)
{
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    for (const auto& manifest : {organisation::module(), module()})
        migrations.insert(migrations.end(), manifest.migrations().begin(),
                          manifest.migrations().end());
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        Office office(database);
        const auto folder = MUST(TemporaryDirectory::create());  // for the key of second factors
        office.services.data_folder = folder.path();
        Province province{.office = office};
        test(province);
    });
}

/// A token of the API, made past its page: for ninety days, with these scopes.
struct MadeToken {
    std::string text{};  ///< what the program sends
    ApiToken token{};
};
inline MadeToken token_of(Context& context, AccountId account, std::vector<std::string> scopes,
                          std::string_view networks = {})
{
    MadeToken made{.text = make_token_text()};
    made.token = {.id = make_id<TokenId>(),
                  .code = crypto::make_public_code(),
                  .account = account,
                  .name = "Kho dữ liệu",
                  .hint = token_hint(made.text),
                  .scopes = std::move(scopes),
                  .networks = parse_networks(networks).value(),
                  .created_at = context.now(),
                  .expires_on = context.today().plus_days(90)};
    auto transaction = MUST(context.begin());
    MUST(ApiTokenStore{transaction}.add(made.token, made.text));
    MUST(transaction.commit());
    return made;
}

using Fields = std::vector<http::Field>;

/// What a browser sends; `parameters` are those of the path.
inline http::Request request_of(http::Method method, std::string target, Fields form = {},
                                Fields parameters = {}, const std::string& cookie = {})
{
    http::RequestParts parts{.method = method, .target = std::move(target)};
    parts.form = std::move(form);
    parts.headers = {{"host", "cchc.songlam.gov.vn"},
                     {"user-agent", "Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/140.0"}};
    if (!cookie.empty()) parts.headers.push_back({"cookie", "__Host-caicach=" + cookie});
    auto request = MUST(http::Request::create(std::move(parts)));
    request.set_path_parameters(std::move(parameters));
    return request;
}

inline http::Request post_of(std::string target, Fields form = {}, Fields parameters = {},
                             const std::string& cookie = {})
{
    return request_of(http::Method::post, std::move(target), std::move(form), std::move(parameters),
                      cookie);
}

/// The session's token, from "__Host-caicach=TOKEN; …"; empty where the answer sets none.
inline std::string token_in(const http::Response& response)
{
    for (const auto& [name, value] : response.headers()) {
        constexpr std::string_view mark = "__Host-caicach=";
        if (name != "Set-Cookie" || !value.starts_with(mark)) continue;
        return value.substr(mark.size(), value.find(';') - mark.size());
    }
    return {};
}

inline bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace caicach::identity::testing
