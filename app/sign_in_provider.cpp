#include "app/sign_in_provider.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/secret_file.hpp"
#include "net/http_client.hpp"

namespace caicach::app
{
namespace
{

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

bool is_readable(const std::string& path) { return std::ifstream{path}.good(); }

std::vector<std::string> problems_with(const SignInProvider& provider, const std::string& site)
{
    std::vector<std::string> problems;
    if (!net::origin_of(provider.issuer) ||
        provider.issuer.find_first_of("?#") != std::string::npos) {
        problems.push_back(
            fmt::format("oidc.issuer must look like https://name.vn, not \"{}\"", provider.issuer));
    }
    if (provider.client_id.empty()) problems.emplace_back("oidc.issuer needs oidc.client_id");
    if (site.empty()) {
        problems.emplace_back(
            "oidc.issuer needs province.site: the provider sends browsers back there");
    }
    for (const auto& more : provider.sites) {
        if (net::origin_of(more)) continue;
        problems.push_back(
            fmt::format("oidc.sites must name addresses like https://name.vn, not \"{}\"", more));
    }
    if (!provider.certificates_file.empty() && !is_readable(provider.certificates_file)) {
        problems.push_back(
            fmt::format("oidc.certificates_file: {} cannot be read", provider.certificates_file));
    }
    return problems;
}

}  // namespace

Result<SignInProvider> sign_in_provider_of(const Configuration& configuration)
{
    SignInProvider provider{
        .issuer = configuration.text("oidc.issuer"),
        .client_id = configuration.text("oidc.client_id"),
        .name = configuration.text("oidc.name"),
        .sites = words_of(configuration.text("oidc.sites")),
        .certificates_file = configuration.text("oidc.certificates_file"),
        .links_by_email = configuration.boolean("oidc.links_by_email"),
        .second_factor = words_of(configuration.text("oidc.second_factor")),
    };
    if (!provider.is_on()) return SignInProvider{};
    auto problems = problems_with(provider, configuration.text("province.site"));
    const auto& secret_file = configuration.text("oidc.client_secret_file");
    auto secret = secret_file.empty() ? std::optional(std::string{}) : secret_in(secret_file);
    if (secret) {
        provider.client_secret = std::move(*secret);
    } else {
        problems.push_back(fmt::format("oidc.client_secret_file: {} cannot be read", secret_file));
    }
    if (problems.empty()) return provider;
    return failure(Failure::invalid, "base.configuration.wrong", {}, std::move(problems));
}

}  // namespace caicach::app
