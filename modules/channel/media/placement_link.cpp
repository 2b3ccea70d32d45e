#include "channel/media/placement_link.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "channel/media/limits.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

/// Behind "http://" or "https://", letters of the scheme in any case; empty for anything else.
std::string_view behind_scheme(std::string_view link)
{
    for (const std::string_view scheme : {"https://", "http://"})
        if (text::lower(link.substr(0, scheme.size())) == scheme) return link.substr(scheme.size());
    return {};
}

/// Names of the parts of a query that only say where the reader came from.
bool follows_reader(std::string_view part)
{
    constexpr std::array<std::string_view, 8> names{"fbclid",  "gclid", "si",       "zarsrc",
                                                    "feature", "ref",   "mibextid", "igshid"};
    const auto name = part.substr(0, part.find('='));
    return name.starts_with("utm_") || std::ranges::find(names, name) != names.end();
}

std::string kept_query(std::string_view query)
{
    std::vector<std::string_view> kept;
    for (const auto part : text::split(query, '&'))
        if (!part.empty() && !follows_reader(part)) kept.push_back(part);
    return text::join(kept, "&");
}

std::string host_key(std::string_view host)
{
    auto key = text::lower(host);
    for (const std::string_view prefix : {"www.", "m."})
        if (key.starts_with(prefix)) key.erase(0, prefix.size());
    return key;
}

}  // namespace

std::string link_key(std::string_view link)
{
    auto rest = behind_scheme(link);
    rest = rest.substr(0, rest.find('#'));
    const auto query_at = std::min(rest.find('?'), rest.size());
    auto place = rest.substr(0, query_at);
    auto query = kept_query(rest.substr(std::min(query_at + 1, rest.size())));
    while (place.ends_with('/')) place.remove_suffix(1);
    const auto slash = std::min(place.find('/'), place.size());
    auto host = host_key(place.substr(0, slash));
    auto path = std::string(place.substr(slash));
    // The short form of a video's address names the same video.
    if (host == "youtu.be" && path.size() > 1) {
        query = "v=" + path.substr(1);
        host = "youtube.com";
        path = "/watch";
    }
    if (host.empty()) return {};
    return host + path + (query.empty() ? "" : "?" + query);
}

Result<void> check_link(std::string_view link)
{
    const bool has_gap = std::ranges::any_of(link, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= ' ' || byte == 0x7f;
    });
    const bool is_fit = link.size() <= media_limits::link_length_max && !has_gap;
    if (is_fit && link_key(link).find('.') != std::string::npos) return {};
    return failure(Failure::invalid, "channel.placement.link", "link");
}

std::string_view slug_in_address(std::string_view address)
{
    address = address.substr(0, address.find_first_of("?#"));
    while (address.ends_with('/')) address.remove_suffix(1);
    const auto slash = address.rfind('/');
    return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

}  // namespace caicach::channel
