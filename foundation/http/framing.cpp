#include "http/framing.hpp"

#include <algorithm>

#include "http/ascii.hpp"
#include "http/head_scanner.hpp"

namespace caicach::http
{

namespace
{

struct Found {
    std::string_view value{};
    int count{};
};

Found find(const Headers& headers, std::string_view name)
{
    Found found;
    for (const auto& header : headers) {
        if (header.name != name) continue;
        found.value = header.value;
        ++found.count;
    }
    return found;
}

int read_length(std::string_view text, std::int64_t& length)
{
    constexpr std::size_t digits_max = 18;
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return 400;
    if (text.size() > digits_max) return 413;
    for (const char digit : text) length = length * 10 + (digit - '0');
    return 0;
}

}  // namespace

int status_of_version(std::string_view head)
{
    const auto line = head.substr(0, head.find('\r'));
    const auto version = line.substr(line.rfind(' ') + 1);
    if (version == "HTTP/1.1" || version == "HTTP/1.0") return 0;
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const bool is_version = version.size() == 8 && version.starts_with("HTTP/") &&
                            is_digit(version[5]) && version[6] == '.' && is_digit(version[7]);
    return is_version ? 505 : 400;
}

int read_framing(const Headers& headers, bool is_http_1_1, Framing& framing)
{
    framing = {.is_http_1_1 = is_http_1_1};
    const auto host = find(headers, "host");
    if (host.count > 1 || (is_http_1_1 && host.count == 0)) return 400;
    if (host.count == 1 && !is_host(host.value)) return 400;

    const auto length = find(headers, "content-length");
    const auto encoding = find(headers, "transfer-encoding");
    if (encoding.count > 0) {
        if (length.count > 0 || !is_http_1_1) return 400;
        if (encoding.count > 1 || !equals_ignoring_case(encoding.value, "chunked")) return 501;
        framing.is_chunked = true;
    }
    if (length.count > 1) return 400;
    if (length.count == 1)
        if (const int status = read_length(length.value, framing.content_length); status != 0)
            return status;

    const auto expected = find(headers, "expect");
    if (expected.count > 0 && !equals_ignoring_case(expected.value, "100-continue")) return 417;
    framing.expects_continue = expected.count > 0 && is_http_1_1;
    return 0;
}

BodyFrames::BodyFrames(const Framing& framing, std::int64_t bytes_max)
    : m_is_chunked(framing.is_chunked),
      m_left(framing.is_chunked ? bytes_max : framing.content_length)
{
}

int BodyFrames::take(std::string& arrived, std::string& piece)
{
    const auto before = piece.size();
    std::size_t used{};
    if (m_is_chunked) {
        used = m_chunks.feed(arrived, piece);
    } else {
        used = static_cast<std::size_t>(
            std::min<std::int64_t>(static_cast<std::int64_t>(arrived.size()), m_left));
        piece.append(arrived, 0, used);
    }
    arrived.erase(0, used);
    if (m_chunks.is_malformed()) return 400;
    const auto taken = static_cast<std::int64_t>(piece.size() - before);
    m_left -= taken;
    m_bytes += taken;
    return m_left < 0 ? 413 : 0;
}

bool BodyFrames::is_done() const { return m_is_chunked ? m_chunks.is_done() : m_left == 0; }

}  // namespace caicach::http
