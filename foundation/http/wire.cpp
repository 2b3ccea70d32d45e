#include "http/wire.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "calendar/date.hpp"
#include "crypto/crypto.hpp"
#include "http/ascii.hpp"
#include "http/limits.hpp"
#include "text/text.hpp"

namespace caicach::http
{

namespace
{

void append_two_digits(std::string& text, std::int64_t number)
{
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
}

bool is_address(std::string_view text)
{
    constexpr std::size_t address_bytes_max = 45;
    return !text.empty() && text.size() <= address_bytes_max &&
           text.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos;
}

}  // namespace

std::string_view reason_phrase(int status)
{
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 204:
            return "No Content";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "Unknown";
    }
}

std::string http_date(Instant at)
{
    constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::int64_t day_seconds = 86400;
    const auto seconds = at.microseconds / 1'000'000;
    const auto date = Date::from_days(static_cast<std::int32_t>(seconds / day_seconds));
    const auto of_day = seconds % day_seconds;
    std::string text(days[static_cast<std::size_t>(date.weekday() - 1)]);
    text += ", ";
    append_two_digits(text, date.day());
    text += ' ';
    text += months[static_cast<std::size_t>(date.month() - 1)];
    text += ' ' + std::to_string(date.year()) + ' ';
    append_two_digits(text, of_day / 3600);
    text += ':';
    append_two_digits(text, of_day / 60 % 60);
    text += ':';
    append_two_digits(text, of_day % 60);
    return text + " GMT";
}

std::string response_head(const Response& response, const BodyFraming& framing, Instant now)
{
    constexpr std::size_t usual_bytes = 1024;
    std::string head;
    head.reserve(usual_bytes);
    head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    head.append(reason_phrase(response.status)).append("\r\n");
    const auto add = [&head](std::string_view name, std::string_view value) {
        head.append(name).append(": ").append(value).append("\r\n");
    };
    add("Date", http_date(now));
    if (!response.type.empty()) {
        // Content-Type is a plain string of ours; should it ever come from outside, it ends here.
        VERIFY(is_header_value(response.type));
        add("Content-Type", response.type);
    }
    for (const auto& [name, value] : response.headers()) add(name, value);
    if (framing.content_length) add("Content-Length", std::to_string(*framing.content_length));
    if (framing.is_chunked) add("Transfer-Encoding", "chunked");
    if (framing.is_last) add("Connection", "close");
    head.append("\r\n");
    return head;
}

std::string chunk(std::string_view piece)
{
    std::array<char, 16> size{};
    const auto end = std::to_chars(size.data(), size.data() + size.size(), piece.size(), 16).ptr;
    std::string text(size.data(), end);
    text.append("\r\n").append(piece).append("\r\n");
    return text;
}

bool Proxies::trusts(std::string_view address) const
{
    if (trusts_loopback && (address == "127.0.0.1" || address == "::1")) return true;
    return is_within(networks, address);
}

std::string forwarded_address(std::string_view peer, std::string_view forwarded_for,
                              const Proxies& proxies)
{
    auto address = std::string(peer);
    // From the right: each proxy appends whom it saw; what stands left of a stranger is hearsay.
    for (std::size_t count = 0; count < limits::forwarded_addresses_max; ++count) {
        if (forwarded_for.empty() || !proxies.trusts(address)) break;
        const auto comma = forwarded_for.rfind(',');
        const auto start = comma == std::string_view::npos ? 0 : comma + 1;
        const auto entry = text::trim(forwarded_for.substr(start));
        if (!is_address(entry)) break;
        address = entry;
        forwarded_for = forwarded_for.substr(0, comma == std::string_view::npos ? 0 : comma);
    }
    return address;
}

bool is_request_id(std::string_view id)
{
    constexpr std::size_t bytes_min = 8;
    return id.size() >= bytes_min && id.size() <= limits::request_id_bytes_max &&
           std::ranges::all_of(id, [](char letter) {
               return (lower_ascii(letter) >= 'a' && lower_ascii(letter) <= 'z') ||
                      (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
           });
}

void identify(RequestParts& parts, std::string_view peer, const Proxies& proxies)
{
    constexpr std::size_t id_bytes = 12;
    parts.remote_address = peer;
    if (proxies.trusts(peer)) {
        parts.remote_address =
            forwarded_address(peer, value_of(parts.headers, "x-forwarded-for"), proxies);
        parts.is_secure = value_of(parts.headers, "x-forwarded-proto") == "https";
    }
    const auto id = value_of(parts.headers, "x-request-id");
    parts.request_id = is_request_id(id) ? std::string(id) : crypto::random_token(id_bytes);
}

std::string_view value_of(const Headers& headers, std::string_view name)
{
    const auto found = std::ranges::find(headers, name, &Header::name);
    return found == headers.end() ? std::string_view{} : std::string_view(found->value);
}

}  // namespace caicach::http
