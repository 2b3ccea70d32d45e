#include "app/security_txt.hpp"

#include <fmt/format.h>

namespace caicach::app
{

std::string security_txt(std::string_view contact, std::string_view site, Instant now)
{
    // RFC 9116, 2.5.5: less than a year, so that nobody writes to where nobody reads any more.
    constexpr std::int64_t seconds_good = 90LL * 24 * 60 * 60;
    constexpr std::size_t to_the_second = 19;  // "2026-03-31T16:59:59"
    auto text = fmt::format("Contact: {}\nExpires: {}Z\nPreferred-Languages: vi, en\n", contact,
                            to_iso(now + seconds_good).substr(0, to_the_second));
    if (!site.empty()) text += fmt::format("Canonical: {}/.well-known/security.txt\n", site);
    return text;
}

Result<http::Response> show_security_txt(Context& context, const http::Request& /*request*/)
{
    const auto& services = context.services();
    if (services.security_contact.empty()) return failure(Failure::not_found, "http.not_found");
    return http::plain_text(security_txt(services.security_contact, services.site, context.now()))
        .set_caching(http::Caching::brief);
}

}  // namespace caicach::app
