#include "support/app.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <map>

#include "app/sample.hpp"
#include "app/settings.hpp"
#include "crypto/crypto.hpp"
#include "crypto/public_code.hpp"
#include "http/csrf.hpp"
#include "identity/api.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/tokens/api_token_store.hpp"
#include "organisation/api.hpp"

namespace caicach::testing
{
namespace
{

constexpr std::array<std::pair<identity::Role, std::string_view>, 4> sample_places{
    {{identity::Role::coordinator, "SNV"},
     {identity::Role::agency_officer, "SYT"},
     {identity::Role::editor, "SNV"},
     {identity::Role::overseer, "VPUB"}}};

http::RequestParts post_parts(const std::string& path, const Fields& fields)
{
    http::RequestParts parts{.method = http::Method::post, .target = path};
    for (const auto& [name, value] : fields) parts.form.push_back({name, value});
    return parts;
}

}  // namespace

App::App(Settings settings) : m_folder(MUST(TemporaryDirectory::create()))
{
    settings.insert({{"province.name", "tỉnh Sông Lam"}, {"province.sample", "true"}});
    const auto configuration =
        MUST(Configuration::load(app::settings(), {{}, {}, std::move(settings)}));
    m_system = MUST(app::System::open(configuration, {.data_folder = folder(), .clock = &clock}));
    MUST(m_system->migrate());
    auto context = system_context();
    MUST(organisation::seed_sample(context, app::sample::province));
}

App::~App() = default;

Visitor App::as(identity::Role role)
{
    for (const auto& [known, code] : sample_places) {
        if (known == role) return as(role, code);
    }
    return as(role, "SNV");
}

Visitor App::as(identity::Role role, std::string_view agency_code)
{
    auto context = system_context();
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    const auto account = MUST(
        identity::create_account(context, transaction, {.name = "Người thử", .agency = agency.id}));
    MUST(identity::grant_role(context, transaction, account, role, agency.id));
    MUST(transaction.commit());
    return sign_in(account);
}

Token App::token_of(AccountId account, std::vector<std::string> scopes, std::string_view networks,
                    std::optional<Rate> rate)
{
    auto context = system_context();
    const auto text = identity::make_token_text();
    auto bound = parse_networks(networks);
    VERIFY(bound);
    const identity::ApiToken token{.id = make_id<TokenId>(),
                                   .code = crypto::make_public_code(),
                                   .account = account,
                                   .name = "Kho dữ liệu",
                                   .hint = identity::token_hint(text),
                                   .scopes = std::move(scopes),
                                   .networks = std::move(*bound),
                                   .created_at = context.now(),
                                   .expires_on = context.today().plus_days(90),
                                   .rate = rate};
    auto transaction = MUST(context.begin());
    MUST(identity::ApiTokenStore{transaction}.add(token, text));
    MUST(transaction.commit());
    return {.text = text, .code = token.code};
}

Visitor App::sign_in(AccountId account)
{
    auto context = system_context();
    auto transaction = MUST(context.begin());
    const auto actor = MUST(identity::actor_of(transaction, account, context.today()));
    identity::SessionStore sessions{transaction};
    const auto begun = MUST(sessions.begin(actor, context.now(), identity::Assurance::full));
    MUST(transaction.commit());
    return {*this, begun.token, begun.session.csrf_secret};
}

http::Response Visitor::send(http::RequestParts parts, bool with_token)
{
    if (!m_session.empty()) {
        parts.headers.push_back(
            {"cookie", http::cookie_name(identity::session_cookie) + "=" + m_session});
    } else if (!m_csrf_secret.empty()) {
        parts.headers.push_back(
            {"cookie", http::cookie_name("caicach-khach") + "=" + m_csrf_secret});
    }
    if (with_token && !m_csrf_secret.empty()) {
        parts.form.push_back({std::string{http::csrf_field}, http::csrf_token(m_csrf_secret)});
    }
    parts.request_id = "test";
    auto request = MUST(http::Request::create(std::move(parts)));
    return app::Dispatcher{m_app.system()}.answer(request);
}

http::Response Visitor::get(const std::string& target)
{
    return send({.method = http::Method::get, .target = target}, false);
}

http::Response Visitor::get_htmx(const std::string& target)
{
    return send(
        {.method = http::Method::get, .target = target, .headers = {{"hx-request", "true"}}},
        false);
}

http::Response Visitor::post(const std::string& path, const Fields& fields)
{
    return send(post_parts(path, fields), true);
}

http::Response Visitor::post_htmx(const std::string& path, const Fields& fields)
{
    auto parts = post_parts(path, fields);
    parts.headers.push_back({"hx-request", "true"});
    return send(std::move(parts), true);
}

http::Response Visitor::post_without_token(const std::string& path, const Fields& fields)
{
    return send(post_parts(path, fields), false);
}

http::Response Visitor::upload(const std::string& path, const std::string& field,
                               const std::string& file_name, std::string_view content,
                               const Fields& fields)
{
    auto parts = post_parts(path, fields);
    auto file = MUST(http::TemporaryFile::create(m_app.folder() + "/tmp"));
    std::ofstream(file.path(), std::ios::binary)
        .write(content.data(), static_cast<std::streamsize>(content.size()));
    parts.files.push_back({.field = field,
                           .client_name = file_name,
                           .type = "application/octet-stream",
                           .size = static_cast<std::int64_t>(content.size()),
                           .sha256 = crypto::sha256_hex(content),
                           .content = std::move(file)});
    return send(std::move(parts), true);
}

}  // namespace caicach::testing
