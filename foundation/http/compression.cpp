#include "http/compression.hpp"

#include <zlib.h>

#include <array>

#include "http/ascii.hpp"
#include "text/text.hpp"

namespace caicach::http
{

namespace
{

constexpr std::size_t compressed_bytes_min = 1024;

/// "gzip;q=0" and "gzip; q=0.0" refuse.
bool is_refused(std::string_view parameters)
{
    const auto quality = parameters.find("q=");
    if (quality == std::string_view::npos) return false;
    const auto value = text::trim(parameters.substr(quality + 2));
    return value.starts_with('0') && value.find_first_of("123456789") == std::string_view::npos;
}

/// zlib's tables are large: each worker keeps its own and only resets them.
class Deflater
{
public:
    Deflater()
    {
        constexpr int level = 1;
        constexpr int window_with_gzip_head = 15 + 16;
        constexpr int memory_level = 8;
        m_is_ready = deflateInit2(&m_stream, level, Z_DEFLATED, window_with_gzip_head, memory_level,
                                  Z_DEFAULT_STRATEGY) == Z_OK;
    }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    ~Deflater()
    {
        if (m_is_ready) deflateEnd(&m_stream);
    }

    std::optional<std::string> compress(std::string_view text)
    {
        if (!m_is_ready || deflateReset(&m_stream) != Z_OK) return std::nullopt;
        std::string result(deflateBound(&m_stream, text.size()), '\0');
        // zlib never writes through next_in; its C signature only forgot to say so.
        m_stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
        m_stream.avail_in = static_cast<uInt>(text.size());
        m_stream.next_out = reinterpret_cast<Bytef*>(result.data());
        m_stream.avail_out = static_cast<uInt>(result.size());
        if (deflate(&m_stream, Z_FINISH) != Z_STREAM_END) return std::nullopt;
        result.resize(m_stream.total_out);
        return result;
    }

private:
    z_stream m_stream{};
    bool m_is_ready{};
};

}  // namespace

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding)
{
    for (const auto entry : text::split(accept_encoding, ',')) {
        const auto name = text::trim(entry.substr(0, entry.find(';')));
        if (!equals_ignoring_case(name, coding)) continue;
        return !is_refused(entry.substr(name.size()));
    }
    return false;
}

bool is_worth_compressing(std::string_view type, std::size_t size)
{
    if (size < compressed_bytes_min) return false;
    return type.starts_with("text/") || type.starts_with("application/json") ||
           type.starts_with("application/problem+json") ||
           type.starts_with("application/javascript") || type.starts_with("image/svg+xml") ||
           type.starts_with("application/xml") || type.starts_with("application/atom+xml") ||
           type.starts_with("application/rss+xml") || type.starts_with("application/manifest+json");
}

std::optional<std::string> gzip(std::string_view text)
{
    constexpr std::size_t bytes_max = 256U * 1024U * 1024U;
    if (text.size() > bytes_max) return std::nullopt;
    static thread_local Deflater deflater;
    return deflater.compress(text);
}

}  // namespace caicach::http
